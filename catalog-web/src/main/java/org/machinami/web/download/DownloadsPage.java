package org.machinami.web.download;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Frame;
import org.machinami.web.page.View;

/**
 * Every file that one can take of a dataset.
 *
 * @param originals as the publisher gave them
 * @param tables the tables, each in its forms
 * @param graph the whole as linked data
 * @param mapped whether the dataset can be drawn on a map
 */
public record DownloadsPage(
    Graph description,
    String id,
    Text datasetTitle,
    List<File> originals,
    List<Group> tables,
    List<File> graph,
    boolean mapped)
    implements View {
  public DownloadsPage {
    originals = List.copyOf(originals);
    tables = List.copyOf(tables);
    graph = List.copyOf(graph);
  }

  /**
   * The files of a table.
   *
   * @param columns path of the file that says what the columns mean
   */
  public record Group(Text name, long rows, List<File> files, String columns) {
    public Group {
      files = List.copyOf(files);
    }
  }

  /**
   * A file.
   *
   * @param note what it is for
   * @param href relative to the root, or the address of another server
   * @param measure its figures, where they are known
   */
  public record File(Text name, Text note, String href, Optional<Figures> measure) {
    /** The link of a page; empty when browsers may not follow it. */
    public String address(Frame frame) {
      return href.contains(":") ? frame.file(href) : frame.plain(href);
    }
  }

  /**
   * Figures of a file.
   *
   * @param sha256 in hexadecimal digits, empty when it is not known
   * @param replaced how many characters its encoding lacked
   */
  public record Figures(long bytes, String sha256, long replaced) {}

  @Override
  public String template() {
    return "downloads.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("download.title", datasetTitle.value());
  }

  @Override
  public String section() {
    return "datasets";
  }
}
