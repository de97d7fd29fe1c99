/**
 * Styles and pictures: files under the class path folder {@code assets}, served unchanged under an
 * address that carries their version and may be kept for ever.
 */
package org.machinami.web.asset;
