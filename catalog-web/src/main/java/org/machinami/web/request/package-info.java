/**
 * Requests for data: what people miss in the catalogue and ask the city to publish. In: a form, the
 * address of a browser that needs the same, the operator's word on what becomes of it; out: the
 * list of requests, a page for each, a feed and JSON. They are operational records and no linked
 * data: they stand in {@link org.machinami.web.records} and not in the ledger. A contact is never
 * shown to anybody but the operator.
 */
package org.machinami.web.request;
