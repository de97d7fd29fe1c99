/**
 * The form of a description at the steward's desk. In: a model of the form ({@link
 * org.machinami.shapes.form}), the graph of a description, what a browser posted. Out: a filled
 * form, the graph that was meant, findings beside their fields, differences, a merge of two
 * people's work. Begin with {@link org.machinami.web.steward.form.DescriptionForm}. Knows no
 * account, no draft and no path of the desk; writes nothing.
 */
package org.machinami.web.steward.form;
