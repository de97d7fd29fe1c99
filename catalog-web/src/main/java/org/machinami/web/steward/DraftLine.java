package org.machinami.web.steward;

import java.time.Instant;
import java.util.Optional;
import org.machinami.web.language.Text;

/**
 * A draft in a list.
 *
 * @param title of the dataset, its id where it has none yet
 * @param state message key
 * @param said the last comment that an approver sent back, while it is to be mended
 */
public record DraftLine(
    String id,
    Text title,
    Text organisation,
    String state,
    String by,
    Instant changed,
    Optional<String> said) {}
