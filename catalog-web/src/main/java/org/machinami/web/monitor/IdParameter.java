package org.machinami.web.monitor;

/**
 * The id of a publisher, sector or stage in the query of an address: a list is narrowed to those
 * with that id. Empty asks for any, {@value #NONE} for those that name none.
 */
public final class IdParameter {
  static final String NONE = "-";

  private IdParameter() {}

  /** How those with an id, which may be empty, are asked for. */
  public static String of(String id) {
    return id.isEmpty() ? NONE : id;
  }

  /** Whether something with an id, which may be empty, is asked for. */
  public static boolean takes(String asked, String id) {
    return asked.isEmpty() || asked.equals(of(id));
  }

  /** The id that is asked for; empty where those that name none are. */
  public static String id(String asked) {
    return asked.equals(NONE) ? "" : asked;
  }
}
