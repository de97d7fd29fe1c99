package org.machinami.web.ckan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.machinami.store.search.Condition;
import org.machinami.store.search.Facet;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.language.Language;

/** From queries in the language of Solr to conditions of our search. Thread-safe. */
final class SolrConditions {
  private static final int MOST_WORDS = 8;
  private static final int MOST_CHARACTERS = 200;

  /** Fields whose values are those of a facet as they are. */
  private static final Map<String, Facet> PLAIN =
      Map.of(
          "tags", Facet.KEYWORD,
          "groups", Facet.SERVICE_FIELD,
          "sector", Facet.SECTOR,
          "municipality", Facet.MUNICIPALITY,
          "access", Facet.ACCESS,
          "quality", Facet.QUALITY,
          "frequency", Facet.FREQUENCY,
          "year", Facet.YEAR,
          "language", Facet.LANGUAGE);

  private static final String MODIFIED = "metadata_modified";
  private static final String CREATED = "metadata_created";

  private static final Set<String> OTHERS =
      Set.of(
          "id",
          "name",
          "title",
          "notes",
          "text",
          "organization",
          "owner_org",
          "res_format",
          "license_id",
          CREATED,
          MODIFIED,
          "state",
          "private",
          "type",
          "dataset_type",
          "capacity");

  private static final Pattern NOW =
      Pattern.compile("NOW(?:/DAY)?(?:-([0-9]{1,5})(DAY|MONTH|YEAR|HOUR|MINUTE)S?)?(?:/DAY)?");

  private final SearchIndex search;
  private final Bodies bodies;
  private final Licences licences;

  SolrConditions(SearchIndex search, Bodies bodies, Licences licences) {
    this.search = search;
    this.bodies = bodies;
    this.licences = licences;
  }

  /**
   * The condition that a query makes.
   *
   * @throws CkanError when it asks for something that is not there, or for too many words
   */
  Condition of(SolrQuery query) {
    return new Translation().of(query);
  }

  /** Of one query, so that what its terms share is looked up once. */
  private final class Translation {
    private final Map<String, Set<String>> publishers = new HashMap<>();
    private final Map<String, Set<String>> licensed = new HashMap<>();
    private List<Bodies.Body> organizations = List.of();
    private int words;
    private int characters;

    Condition of(SolrQuery query) {
      if (query instanceof SolrQuery.And and) {
        return new Condition.All(and.parts().stream().map(this::of).toList());
      } else if (query instanceof SolrQuery.Or or) {
        return new Condition.Any(or.parts().stream().map(this::of).toList());
      } else if (query instanceof SolrQuery.Not not) {
        return new Condition.Not(of(not.part()));
      } else if (query instanceof SolrQuery.Range range) {
        return range(range);
      }
      return term((SolrQuery.Term) query);
    }

    private Condition term(SolrQuery.Term term) {
      String field = term.field();
      if (field.equals("*") || (term.prefix() && term.text().isEmpty() && field.isEmpty())) {
        return Condition.EVERYTHING;
      }
      Facet plain = PLAIN.get(field);
      if (plain != null) {
        return facet(plain, term);
      }
      return switch (field) {
        case "", "text" -> words("", term);
        case "title" -> words("title:", term);
        case "notes" -> words("description:", term);
        case "id" -> named(term);
        case "name" -> name(term);
        case "organization", "owner_org" ->
            term.prefix() && term.text().isEmpty()
                ? new Condition.HasAny(Facet.PUBLISHER)
                : organization(whole(term));
        case "res_format" -> facet(Facet.FORMAT, lower(term));
        case "license_id" ->
            term.prefix() && term.text().isEmpty()
                ? new Condition.HasAny(Facet.LICENCE)
                : licence(whole(term));
        case "state" -> met(term, "active");
        case "private" -> met(term, "false");
        case "capacity" -> met(term, "public");
        case "type", "dataset_type" -> met(term, "dataset");
        case MODIFIED, CREATED ->
            throw CkanError.query(
                "%1$s is asked for as a range: %1$s:[2026-11-01T00:00:00Z TO *]".formatted(field));
        default -> throw unknown(field);
      };
    }

    /** Words cost more than values: as many as anybody types. */
    private Condition words(String field, SolrQuery.Term term) {
      words++;
      characters += term.text().length();
      if (words > MOST_WORDS || characters > MOST_CHARACTERS) {
        throw CkanError.query(
            "The query asks for more than "
                + MOST_WORDS
                + " words, or they have more than "
                + MOST_CHARACTERS
                + " characters. Values of tags, organizations and so on may be more.");
      }
      return SolrConditions.words(field, term);
    }

    private Condition organization(String asked) {
      if (organizations.isEmpty()) {
        organizations = bodies.organizations(Language.JA);
      }
      Set<String> values =
          publishers.computeIfAbsent(
              asked,
              name ->
                  organizations.stream()
                      .filter(body -> body.is(name))
                      .map(Bodies.Body::value)
                      .collect(Collectors.toSet()));
      return new Condition.Has(Facet.PUBLISHER, values);
    }

    private Condition licence(String asked) {
      return new Condition.Has(
          Facet.LICENCE, licensed.computeIfAbsent(asked, id -> Set.copyOf(licences.iris(id))));
    }
  }

  private static CkanError unknown(String field) {
    Set<String> known = new TreeSet<>(OTHERS);
    known.addAll(PLAIN.keySet());
    return CkanError.query(
        "The field “"
            + Parameters.shown(field)
            + "” cannot be searched here. There are: "
            + String.join(", ", known)
            + ". A colon that is part of a word needs a backslash before it.");
  }

  private static Condition facet(Facet facet, SolrQuery.Term term) {
    if (!term.prefix()) {
      return new Condition.Has(facet, Set.of(term.text()));
    }
    return term.text().isEmpty()
        ? new Condition.HasAny(facet)
        : new Condition.Begins(facet, term.text());
  }

  private static SolrQuery.Term lower(SolrQuery.Term term) {
    return new SolrQuery.Term(
        term.field(), term.text().toLowerCase(Locale.ROOT), term.phrase(), term.prefix());
  }

  private static String whole(SolrQuery.Term term) {
    if (term.prefix()) {
      throw CkanError.query(
          "A star is not understood in " + term.field() + "; give the whole value.");
    }
    return term.text();
  }

  private static Condition words(String field, SolrQuery.Term term) {
    if (term.text().isEmpty()) {
      return Condition.EVERYTHING;
    }
    String text = term.text().replaceAll("[\"“”「」]", " ").strip();
    return new Condition.Words(field + (term.phrase() ? "\"" + text + "\"" : text));
  }

  private Condition named(SolrQuery.Term term) {
    String asked = whole(term);
    return Names.isUuid(asked)
        ? search
            .findByUuid(asked.toLowerCase(Locale.ROOT))
            .<Condition>map(hit -> new Condition.Named(Set.of(hit.id())))
            .orElse(Condition.NOTHING)
        : new Condition.Named(Set.of(asked));
  }

  private static Condition name(SolrQuery.Term term) {
    return term.prefix()
        ? new Condition.NameBegins(term.text())
        : new Condition.Named(Set.of(term.text()));
  }

  private static Condition met(SolrQuery.Term term, String value) {
    boolean met = term.text().equalsIgnoreCase(value) || (term.prefix() && term.text().isEmpty());
    return met ? Condition.EVERYTHING : Condition.NOTHING;
  }

  private static Condition range(SolrQuery.Range range) {
    boolean everything = range.from().equals("*") && range.to().equals("*");
    Facet plain = PLAIN.get(range.field());
    if (everything && plain != null) {
      return new Condition.HasAny(plain);
    }
    if (!range.field().equals(MODIFIED) && !range.field().equals(CREATED)) {
      throw CkanError.query(
          "Ranges are only understood of metadata_modified and metadata_created, not of “"
              + Parameters.shown(range.field())
              + "”.");
    }
    Instant from =
        range.from().equals("*")
            ? Instant.MIN
            : time(range.from()).plusMillis(range.withFrom() ? 0 : 1);
    Instant to =
        range.to().equals("*") ? Instant.MAX : time(range.to()).minusMillis(range.withTo() ? 0 : 1);
    return range.field().equals(CREATED)
        ? new Condition.Created(from, to)
        : new Condition.Changed(from, to);
  }

  /** A time, a day, or one reckoned back from now; without a zone it is UTC. */
  private static Instant time(String text) {
    Matcher now = NOW.matcher(text);
    if (now.matches()) {
      return now(now, text);
    }
    List<Supplier<Instant>> forms = new ArrayList<>();
    forms.add(() -> OffsetDateTime.parse(text).toInstant());
    forms.add(() -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    forms.add(() -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
    for (Supplier<Instant> form : forms) {
      try {
        return Instant.ofEpochMilli(form.get().toEpochMilli());
      } catch (DateTimeException | ArithmeticException e) {
        // the next form, and an error after the last
      }
    }
    throw CkanError.query(
        "“"
            + Parameters.shown(text)
            + "” is no time. Give it as 2026-11-01T00:00:00Z, or * for no end.");
  }

  private static Instant now(Matcher now, String text) {
    LocalDateTime time = LocalDateTime.now(ZoneOffset.UTC);
    if (text.contains("/DAY")) {
      time = time.truncatedTo(ChronoUnit.DAYS);
    }
    if (now.group(1) != null) {
      int number = Integer.parseInt(now.group(1));
      time =
          switch (now.group(2)) {
            case "MINUTE" -> time.minusMinutes(number);
            case "HOUR" -> time.minusHours(number);
            case "DAY" -> time.minusDays(number);
            case "MONTH" -> time.minus(Period.ofMonths(number));
            default -> time.minus(Period.ofYears(Math.min(number, 9_999)));
          };
    }
    return time.toInstant(ZoneOffset.UTC);
  }
}
