/**
 * The data policy as pages: its versions, articles and clauses, and the shapes that enforce each.
 * In: the graphs of the policy in the store, the bundled shapes.
 */
package org.machinami.web.policy;
