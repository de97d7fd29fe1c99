/**
 * Accounts of those who work at the desks, how they sign in, and what each may do. In: a name with
 * a password, a one-time link, or the word of an OpenID provider; the cookie of a session. Out:
 * {@link org.machinami.web.account.SignedIn}, which the resources of the desks take from the
 * request. A resource says by {@link org.machinami.web.account.For} who it is for; nothing else
 * opens it. Passwords and tokens are kept as hashes only. Visitors of the catalogue never meet any
 * of this: no page of theirs sets or reads a cookie of a session.
 */
package org.machinami.web.account;
