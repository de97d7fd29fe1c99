/**
 * Asks an OpenID provider who somebody is: authorization code flow with PKCE. In: the settings of
 * the provider, what a browser brings back from it. Out: a {@link org.machinami.web.openid.Person}
 * whose token has been checked, or the reason why there is none. All requests go out by {@link
 * org.machinami.loader.egress.Egress}. It knows nothing of accounts and sessions.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
package org.machinami.web.openid;
