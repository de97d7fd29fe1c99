/**
 * In which unit the values of a property are, and how people write it. In: IRIs of properties and
 * units. Out: words. It knows no tables and no pages.
 */
package org.machinami.web.unit;
