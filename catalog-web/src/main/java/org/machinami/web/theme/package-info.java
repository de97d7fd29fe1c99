/** The ten service fields and the datasets of each. Reads the search index and the code list. */
package org.machinami.web.theme;
