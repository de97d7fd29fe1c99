package org.machinami.loader.source;

import java.util.Map;
import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * What the XML parser of the JDK lets pass, the same on every JDK. From 24 on it refuses documents
 * with more than 100,000 characters that are written as references, as each ampersand is in the
 * addresses of a catalogue of some thousand datasets, and elements in each other 200 deep. What
 * these limits are for is refused or bounded by the readers themselves: no DTD is read, so that
 * there are no other entities, and none goes deeper than its {@link SourceLimits} say. Jena starts
 * it before it reads anything; who sets a property keeps it.
 *
 * @see <a href="https://www.oracle.com/java/technologies/javase/24-relnote-issues.html">Release
 *     notes of JDK 24</a>
 */
public final class XmlLimits implements JenaSubsystemLifecycle {
  private static final Map<String, String> AS_IN_JDK_17 =
      Map.of(
          "jdk.xml.maxElementDepth", "0",
          "jdk.xml.maxGeneralEntitySizeLimit", "0",
          "jdk.xml.totalEntitySizeLimit", "50000000");

  /** For the parsers that are made from now on. */
  static void keep() {
    AS_IN_JDK_17.forEach(System.getProperties()::putIfAbsent);
  }

  @Override
  public void start() {
    keep();
  }

  @Override
  public void stop() {
    // the properties are the process's
  }
}
