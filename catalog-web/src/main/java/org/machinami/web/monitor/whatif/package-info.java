/**
 * What a draft of the policy would change, as the committee's pages. In: a draft that a member of
 * the committee sends, or one that is kept in the ledger. Out: a run in a process of its own, and
 * the report that it leaves: as a page, as CSV and as JSON-LD.
 *
 * <p>Must not judge a draft in this process: what a draft holds may never end. Must not show
 * anything to others: a draft is not public before the committee says so.
 */
package org.machinami.web.monitor.whatif;
