/**
 * {@code /openapi.json}: what programs can ask for, with parameters and answers. In: the list of
 * operations that stands here; out: an OpenAPI document in the language of the request. A test asks
 * for every path that it names.
 */
package org.machinami.web.openapi;
