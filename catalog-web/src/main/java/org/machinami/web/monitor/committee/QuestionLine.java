package org.machinami.web.monitor.committee;

import org.machinami.web.language.Text;

/**
 * A question in a list of a desk.
 *
 * @param title of the dataset
 * @param stateKey message that names its state
 * @param grave whether it is overdue
 * @param due the day, as people write it
 */
public record QuestionLine(
    String id,
    Text title,
    Text organisation,
    Text clause,
    String stateKey,
    boolean grave,
    String due) {}
