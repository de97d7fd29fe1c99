/**
 * Versions of the data policy in the store, drafts of them, and what a draft would change.
 *
 * <p>In: a Turtle file, or the graphs {@code {base}graph/policy/{version}}. Out: the version in
 * force, a commit that adopts another, or the datasets whose verdict a draft would change. A draft
 * is kept as {@code {base}graph/policy/{version}-draft}, which no verdict rests on. Whoever judges
 * asks {@link org.machinami.loader.policy.PolicyOfToday} for the version, and nobody else.
 */
package org.machinami.loader.policy;
