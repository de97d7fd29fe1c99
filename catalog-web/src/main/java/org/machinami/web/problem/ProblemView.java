package org.machinami.web.problem;

/**
 * A problem in the words of one language.
 *
 * @param title what kind of problem
 * @param detail what happened, to what
 * @param next what to do
 * @param about path, IRI or parameter
 */
public record ProblemView(
    String kind, int status, String title, String detail, String next, String about) {}
