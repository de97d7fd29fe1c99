package org.machinami.web.config;

/**
 * What the public SPARQL address allows.
 *
 * @param concurrent most queries at once that are handed to the query process
 * @param perCaller most queries at once from one address, waiting ones included
 * @param cacheBytes most bytes of remembered answers, 0 for none
 * @param cacheAnswerBytes largest answer that is remembered
 */
public record SparqlSettings(
    int concurrent, int perCaller, long cacheBytes, int cacheAnswerBytes) {}
