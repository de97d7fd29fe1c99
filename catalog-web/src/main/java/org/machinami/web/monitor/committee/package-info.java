/**
 * The committee's own work: questions on open findings with a day by which they are to be answered,
 * the answers of the stewards, and the desk where what waits stands together. In: the open findings
 * and refusals of {@link org.machinami.web.monitor.MonitorIndex}, what is typed. Out: questions in
 * {@link org.machinami.web.records}; for everybody their number, state and days.
 *
 * <p>Must not show to the public what was asked and answered, nor by whom. A steward sees the
 * questions to the own organisation; those to others are not there.
 */
package org.machinami.web.monitor.committee;
