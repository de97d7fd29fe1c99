/**
 * What the committee watches, as pages: what was let in, refused, overridden and stopped, by time,
 * sector, organisation and clause, and the report of a quarter. In: the ledger, and the verdicts
 * and descriptions that it names, each read once. Out: figures, the lists behind them, CSV and
 * JSON.
 *
 * <p>Must not show what a refused dataset is called or holds, nor who acted: the pages are public.
 */
package org.machinami.web.monitor;
