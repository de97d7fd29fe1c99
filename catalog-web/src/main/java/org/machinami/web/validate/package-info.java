/**
 * {@code /validate}: says what the gate would say of what is pasted, uploaded, or named by an
 * address or as a dataset of this catalogue. Nothing is kept: what is handed in lies in temporary
 * files for as long as it is judged.
 */
package org.machinami.web.validate;
