/**
 * What a finding means to who has to mend it: what the shape asks for in words, the clause behind
 * it, and a repair where a program can propose one. In: a verdict and the description that it is
 * on. Out: the same verdict, explained. Decides nothing and changes no description; the gate does
 * not wait for it.
 */
package org.machinami.shapes.explain;
