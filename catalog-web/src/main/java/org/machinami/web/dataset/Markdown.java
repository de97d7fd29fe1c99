package org.machinami.web.dataset;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Descriptions as HTML that cannot do anything: tags in them are shown as text, links lead to the
 * web or to mail, pictures become their words, headings bold lines. Thread-safe.
 *
 * @see <a href="https://spec.commonmark.org/">CommonMark</a>
 */
final class Markdown {
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_DEPTH = 60;
  private static final List<String> LINKS = List.of("https://", "http://", "mailto:");

  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new WebOnly())
          .softbreak("<br>\n")
          .build();

  /** The text as blocks of HTML; longer texts are cut, deeply nested ones shown as they are. */
  String html(String text) {
    String part = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) + "…" : text;
    Node document = parser.parse(part);
    if (isDeep(document)) {
      Paragraph plain = new Paragraph();
      plain.appendChild(new org.commonmark.node.Text(part));
      return renderer.render(plain);
    }
    document.accept(new Calming());
    return renderer.render(document);
  }

  /** Walks without recursion: the text may have been made to exhaust the stack. */
  private static boolean isDeep(Node document) {
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        if (depth > MOST_DEPTH) {
          return true;
        }
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    return false;
  }

  /** The page has its own headings, and nothing is fetched from elsewhere. */
  private static final class Calming extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      visitChildren(heading);
      StrongEmphasis bold = new StrongEmphasis();
      moveChildren(heading, bold);
      Paragraph paragraph = new Paragraph();
      paragraph.appendChild(bold);
      heading.insertBefore(paragraph);
      heading.unlink();
    }

    @Override
    public void visit(Image image) {
      visitChildren(image);
      while (image.getFirstChild() != null) {
        image.insertBefore(image.getFirstChild());
      }
      image.unlink();
    }

    private static void moveChildren(Node from, Node to) {
      while (from.getFirstChild() != null) {
        to.appendChild(from.getFirstChild());
      }
    }
  }

  private static final class WebOnly implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      return LINKS.stream().anyMatch(url::startsWith) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
