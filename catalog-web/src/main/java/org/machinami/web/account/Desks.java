package org.machinami.web.account;

import java.time.Clock;
import org.machinami.web.request.FormTokens;
import org.machinami.web.request.OwnPages;

/**
 * What the forms of the desks have in common.
 *
 * @param pages of ours
 * @param tokens of their forms
 */
record Desks(OwnPages pages, FormTokens tokens, SessionCookie cookies) {
  static Desks at(String base, Clock clock) {
    return new Desks(new OwnPages(base), new FormTokens(clock), new SessionCookie(base));
  }
}
