/** Tests that every recipe loads the files it is for. Needs the downloaded files. */
package org.machinami.recipes;
