package org.machinami.loader.gtfs;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.Row;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceReader;

/**
 * The days on which each service runs: those of {@code calendar.txt} with the exceptions of {@code
 * calendar_dates.txt}. A row is a service, with {@code service_id} and all its days as {@code
 * date}; one without any day is a bad row.
 */
final class ServiceDays {

  /** Days of a service: about 27 years, and no more than a row may have values. */
  private static final int LONGEST = 9_990;

  private static final int MOST_EXCEPTIONS = 2_000_000;
  private static final List<String> CALENDAR =
      List.of(
          "service_id",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "start_date",
          "end_date");
  private static final List<String> DATES = List.of("service_id", "date", "exception_type");

  /** What is known of a service; a fault of one of its rows stands for all. */
  private static final class Service {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final NavigableMap<LocalDate, Boolean> exceptions = new TreeMap<>();
    private String fault = "";
    private String detail = "";

    void fail(String key, String what) {
      if (fault.isEmpty()) {
        fault = key;
        detail = what;
      }
    }
  }

  private final String name;
  private final Map<String, Service> services = new LinkedHashMap<>();
  private int exceptions;

  private ServiceDays(String name) {
    this.name = name;
  }

  static SourceFinding read(
      Feed feed, String name, List<String> references, int extraSlots, RowHandler handler)
      throws IOException {
    ServiceDays all = new ServiceDays(name);
    SourceFinding finding = feed.read("calendar", CALENDAR, 0, all::calendar, SourceInspector.NONE);
    feed.read("calendar_dates", DATES, 0, all::exception, SourceInspector.NONE);
    all.give(references, extraSlots, handler);
    List<String> known = List.of("service_id", "date", SourceReader.ROW_NUMBER);
    return finding.workedOut(all.services.size(), references, known);
  }

  private void calendar(Row row) {
    if (row.blank() || row.count(0) == 0) {
      return; // the table itself says so
    }
    boolean again = services.containsKey(row.value(0, 0));
    Service service = services.computeIfAbsent(row.value(0, 0), id -> new Service());
    if (again) {
      service.fail("row.gtfs-twice", row.value(0, 0));
      return;
    }
    if (!row.fault().isEmpty()) {
      service.fail(row.fault(), row.faultDetail());
      return;
    }
    LocalDate first = date(row, 8, service);
    LocalDate last = date(row, 9, service);
    if (first == null || last == null) {
      return;
    }
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > LONGEST) {
      service.fail("row.gtfs-period", first + " - " + last);
      return;
    }
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      int slot = day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue() + 1;
      if (row.count(slot) > 0 && row.value(slot, 0).equals("1")) {
        service.days.add(day);
      }
    }
  }

  private void exception(Row row) {
    if (row.blank() || row.count(0) == 0 || !row.fault().isEmpty()) {
      return; // the table itself says so
    }
    Service service = services.computeIfAbsent(row.value(0, 0), id -> new Service());
    LocalDate day = date(row, 1, service);
    String type = row.count(2) == 0 ? "" : row.value(2, 0);
    if (day == null) {
      return;
    }
    if (!type.equals("1") && !type.equals("2")) {
      service.fail("row.gtfs-exception", type);
      return;
    }
    if (++exceptions > MOST_EXCEPTIONS) {
      throw new LoadException(Fault.DATA, "gtfs.exceptions", name, MOST_EXCEPTIONS);
    }
    service.exceptions.put(day, type.equals("1"));
  }

  /** The date of a cell as feeds write it; null when it is none, which the service then says. */
  private static LocalDate date(Row row, int slot, Service service) {
    String text = row.count(slot) == 0 ? "" : row.value(slot, 0);
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      service.fail("row.gtfs-date", text);
      return null;
    }
  }

  private void give(List<String> references, int extraSlots, RowHandler handler) {
    String file = name + "!calendar.txt";
    Row row = new Row(references.size() + extraSlots);
    long number = 0;
    for (Map.Entry<String, Service> entry : services.entrySet()) {
      row.begin(file, ++number);
      Service service = entry.getValue();
      service.exceptions.forEach(
          (day, runs) -> {
            if (runs) {
              service.days.add(day);
            } else {
              service.days.remove(day);
            }
          });
      if (service.days.isEmpty()) {
        service.fail("row.gtfs-no-day", entry.getKey());
      }
      if (service.fault.isEmpty()) {
        fill(row, references, entry.getKey(), new ArrayList<>(service.days));
      } else {
        row.fail(service.fault, service.detail);
      }
      handler.row(row);
    }
  }

  private static void fill(Row row, List<String> references, String id, List<LocalDate> days) {
    for (int slot = 0; slot < references.size(); slot++) {
      switch (references.get(slot)) {
        case "service_id" -> row.add(slot, id);
        case SourceReader.ROW_NUMBER -> row.add(slot, Long.toString(row.number()));
        case "date" -> {
          for (LocalDate day : days) {
            row.add(slot, day.toString());
          }
        }
        default -> {
          // has no value, which the finding says
        }
      }
    }
  }
}
