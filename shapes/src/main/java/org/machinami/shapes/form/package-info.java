/**
 * The form of a description, as the shapes have it. In: the metadata shapes (how often, of what
 * kind, from which list), the form shapes beside them (groups, order, names, help) and the code
 * lists. Out: an immutable model of sections and fields. Knows no page, no graph that is described
 * and no reader.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#nonValidation">SHACL, non-validating
 *     characteristics</a>
 * @see <a href="https://datashapes.org/forms.html">DASH, form generation</a>
 */
package org.machinami.shapes.form;
