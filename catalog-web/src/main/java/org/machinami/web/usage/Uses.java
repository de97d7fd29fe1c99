package org.machinami.web.usage;

/**
 * How often a dataset was used.
 *
 * @param views openings of its page
 * @param downloads of its files and data
 */
public record Uses(long views, long downloads) {
  public static final Uses NONE = new Uses(0, 0);

  static final Uses VIEW = new Uses(1, 0);
  static final Uses DOWNLOAD = new Uses(0, 1);

  public Uses {
    if (views < 0 || downloads < 0) {
      throw new IllegalArgumentException("views and downloads are counts");
    }
  }

  public long total() {
    return views + downloads;
  }

  Uses plus(Uses other) {
    return new Uses(views + other.views, downloads + other.downloads);
  }
}
