/**
 * Publishers: who stands behind the datasets. In: the search index for who there is and what they
 * have, the newest description of theirs for what is said of them.
 */
package org.machinami.web.publisher;
