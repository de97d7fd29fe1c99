/**
 * Whether a dataset of a foreign catalogue is one that is here already: one of ours that comes
 * back, or one that another catalogue has brought. In: its description. Out: the dataset that it is
 * the same as, by what that is known, and how sure it is. Nothing is changed here.
 */
package org.machinami.loader.harvest.identity;
