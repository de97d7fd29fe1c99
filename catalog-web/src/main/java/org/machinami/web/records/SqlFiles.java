package org.machinami.web.records;

import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/** The queries of a class: the files {@code NAME.sql} in the folder beside it that has its name. */
public final class SqlFiles {
  private final ClasspathSqlLocator files = ClasspathSqlLocator.removingComments();
  private final ClassLoader loader;
  private final String folder;

  public SqlFiles(Class<?> owner) {
    this.loader = owner.getClassLoader();
    this.folder = owner.getName().replace('.', '/') + "/";
  }

  /** The query of a name; read once. */
  public String of(String name) {
    return files.getResource(loader, folder + name + ".sql");
  }
}
