/** Headers that every answer carries, whatever it is. */
package org.machinami.web.headers;
