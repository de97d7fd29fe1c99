/**
 * {@code /steward/harvests/{source}/additions}: what this catalogue has added to datasets of a CKAN
 * portal, given back to it. In: the record as the portal gave it, the description and the data that
 * are here. Out: for each field what it was and what it would be, and the body of a call of {@code
 * package_patch}, which the portal's own people apply. Nothing is sent from here, and nothing that
 * the portal says itself is taken away.
 *
 * @see <a
 *     href="https://docs.ckan.org/en/2.11/api/index.html#ckan.logic.action.patch.package_patch">CKAN,
 *     package_patch</a>
 */
package org.machinami.web.harvest.addition;
