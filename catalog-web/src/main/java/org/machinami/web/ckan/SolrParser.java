package org.machinami.web.ckan;

import java.util.ArrayList;
import java.util.List;

/** Reads queries in the language of Solr; words side by side must all be met. For one query. */
final class SolrParser {
  private static final int LONGEST = 4_000;
  private static final int MOST_TERMS = 200;
  private static final int DEEPEST = 16;

  /** What ends a word, beside white space, unless a backslash stands before it. */
  private static final String ENDS = "()\"[]{}";

  private final String text;
  private int at;
  private int terms;
  private int depth;

  private SolrParser(String text) {
    this.text = text;
  }

  /**
   * The query.
   *
   * @throws CkanError when it is no query, or too large a one
   */
  static SolrQuery parse(String text) {
    if (text.length() > LONGEST) {
      throw CkanError.query(
          "The query has " + text.length() + " characters; use " + LONGEST + " at most.");
    }
    if (text.strip().startsWith("{!")) {
      throw CkanError.query("Local parameters ({!…}) are not understood here.");
    }
    SolrParser parser = new SolrParser(text);
    SolrQuery query = parser.or("");
    parser.space();
    if (parser.at < text.length()) {
      throw parser.wrong("there is a bracket too many");
    }
    return query;
  }

  private SolrQuery or(String field) {
    if (++depth > DEEPEST) {
      throw wrong("brackets stand in brackets more than " + DEEPEST + " deep");
    }
    List<SolrQuery> parts = new ArrayList<>(List.of(and(field)));
    while (word("OR") || sign("||")) {
      parts.add(and(field));
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new SolrQuery.Or(parts);
  }

  private SolrQuery and(String field) {
    List<SolrQuery> parts = new ArrayList<>(List.of(one(field)));
    while (true) {
      boolean said = word("AND") || sign("&&");
      space();
      boolean ends = at == text.length() || text.charAt(at) == ')' || isOr();
      if (ends && !said) {
        break;
      }
      parts.add(one(field));
    }
    return parts.size() == 1 ? parts.get(0) : new SolrQuery.And(parts);
  }

  private boolean isOr() {
    int before = at;
    boolean or = word("OR") || sign("||");
    at = before;
    return or;
  }

  private SolrQuery one(String field) {
    space();
    if (at == text.length()) {
      throw wrong("something is missing at the end");
    }
    if (word("NOT") || before('-') || before('!')) {
      return new SolrQuery.Not(signed(field));
    }
    if (before('+')) {
      return signed(field);
    }
    char c = text.charAt(at);
    if (c == '(') {
      at++;
      SolrQuery inner = or(field);
      space();
      if (at == text.length() || text.charAt(at) != ')') {
        throw wrong("a bracket is not closed");
      }
      at++;
      return boosted(inner);
    }
    if (++terms > MOST_TERMS) {
      throw wrong("it has more than " + MOST_TERMS + " terms");
    }
    if (c == '[' || c == '{') {
      return range(field);
    }
    if (c == '"') {
      return boosted(new SolrQuery.Term(field, quoted(), true, false));
    }
    return term(field);
  }

  /** What a sign stands before; signs before signs are no query. */
  private SolrQuery signed(String field) {
    space();
    if (at < text.length() && "+-!".indexOf(text.charAt(at)) >= 0) {
      throw wrong("a sign stands before a sign");
    }
    return one(field);
  }

  private SolrQuery term(String field) {
    StringBuilder value = new StringBuilder();
    boolean star = false;
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        value.append(text.charAt(at + 1));
        at += 2;
        continue;
      }
      if (c == ':' && field.isEmpty() && at > start) {
        at++;
        return one(value.toString());
      }
      if (Character.isWhitespace(c) || c == '\u3000' || ENDS.indexOf(c) >= 0) {
        break;
      }
      if (c == '*' || c == '?') {
        star = true;
      } else if (c == '~' || c == '^') {
        break;
      }
      value.append(c);
      at++;
    }
    if (at == start) {
      throw wrong("“" + text.charAt(at) + "” makes no sense there");
    }
    String word = value.toString();
    if (!star) {
      return boosted(new SolrQuery.Term(field, word, false, false));
    }
    if (word.indexOf('?') >= 0 || word.indexOf('*') < word.length() - 1) {
      throw wrong("wildcards are only understood as a star at the end of a word");
    }
    return boosted(new SolrQuery.Term(field, word.substring(0, word.length() - 1), false, true));
  }

  /** A weight changes no more than the order, and is passed over; likeness is not understood. */
  private SolrQuery boosted(SolrQuery query) {
    if (at < text.length() && text.charAt(at) == '~') {
      throw wrong("likeness (~) is not understood here");
    }
    if (at < text.length() && text.charAt(at) == '^') {
      at++;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
    }
    return query;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw wrong("a quotation mark is not closed");
    }
    at++;
    return value.toString();
  }

  private SolrQuery range(String field) {
    boolean withFrom = text.charAt(at++) == '[';
    String from = end();
    if (!word("TO")) {
      throw wrong("a range is written as [from TO to]");
    }
    String to = end();
    space();
    if (at == text.length() || (text.charAt(at) != ']' && text.charAt(at) != '}')) {
      throw wrong("a range is not closed");
    }
    boolean withTo = text.charAt(at++) == ']';
    return new SolrQuery.Range(field, from, to, withFrom, withTo);
  }

  private String end() {
    space();
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != ']'
        && text.charAt(at) != '}') {
      at++;
    }
    if (at == start) {
      throw wrong("a range lacks an end");
    }
    return text.substring(start, at).replace("\\", "");
  }

  private void space() {
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u3000')) {
      at++;
    }
  }

  private boolean before(char sign) {
    if (at < text.length() && text.charAt(at) == sign) {
      at++;
      return true;
    }
    return false;
  }

  private boolean sign(String sign) {
    space();
    if (text.startsWith(sign, at)) {
      at += sign.length();
      return true;
    }
    return false;
  }

  /** An operator, which stands by itself. */
  private boolean word(String operator) {
    space();
    int end = at + operator.length();
    boolean found =
        text.startsWith(operator, at)
            && (end == text.length()
                || Character.isWhitespace(text.charAt(end))
                || text.charAt(end) == '(');
    at = found ? end : at;
    return found;
  }

  private CkanError wrong(String what) {
    return CkanError.query(
        "The query “"
            + Parameters.shown(text)
            + "” cannot be understood at character "
            + (at + 1)
            + ": "
            + what
            + ".");
  }
}
