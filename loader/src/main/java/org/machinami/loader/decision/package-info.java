/**
 * Decisions that change no dataset, or that somebody took in spite of the policy: a refusal, an
 * override. Each is a small graph of its own under {@code {base}graph/activity/}.
 *
 * <p>In: a verdict, and who publishes the dataset where that is known here. Out: a graph without
 * time, agent and refused content; these stand in the commit, or nowhere.
 */
package org.machinami.loader.decision;
