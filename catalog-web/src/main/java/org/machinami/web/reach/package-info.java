/**
 * Whether the files and pages that datasets point to elsewhere still answer. In: the addresses of
 * all distributions. Out: for each when it last answered and since when it does not, on the page of
 * the dataset and in a list for stewards. What does not answer stays in the catalogue: nothing here
 * writes to the store.
 */
package org.machinami.web.reach;
