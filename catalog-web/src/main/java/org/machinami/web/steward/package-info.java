/**
 * The steward's desk: a dataset from an upload to a commit. In: what a steward types and sends,
 * what an approver decides. Out: drafts in {@link org.machinami.web.records}, their files beside
 * the ledger, and, once somebody else has approved, a commit that goes through the same gate as
 * every other ({@link org.machinami.loader.Loader}). A publication is stopped by one person at
 * once, and withdrawn by two. What belongs to another organisation is not there. Nobody approves
 * what they had a hand in; no setting changes that.
 */
package org.machinami.web.steward;
