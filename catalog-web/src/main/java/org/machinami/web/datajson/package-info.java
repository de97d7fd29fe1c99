/**
 * {@code /data.json}: all descriptions in one document as DCAT-US 1.1 has it. In: the states of the
 * store; out: JSON that is written while they are read. Nothing is invented for what a description
 * does not say.
 *
 * @see <a href="https://resources.data.gov/resources/dcat-us/">DCAT-US 1.1</a>
 */
package org.machinami.web.datajson;
