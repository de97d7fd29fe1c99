/**
 * The form of a description at the steward's desk. In: a model of the form ({@link
 * org.machinami.shapes.form}), the graph of a description, what a browser posted. Out: a filled
 * form, the graph that was meant, findings beside their fields, differences, a merge of two
 * people's work. Knows no account, no draft and no path of the desk; writes nothing.
 *
 * <p>A page: {@link org.machinami.web.steward.form.DescriptionForm#view}, shown by {@code
 * tag/form/form.jte} or as a page of its own by {@link
 * org.machinami.web.steward.form.DescriptionFormView}. A posted form: {@link
 * org.machinami.web.steward.form.DescriptionForm#read} against the graph that the page was made
 * from; its result is stored whatever was found, and may be submitted when it has no mistakes.
 * While somebody types: {@link org.machinami.web.steward.form.FormAnswers}.
 */
package org.machinami.web.steward.form;
