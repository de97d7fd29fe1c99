package org.machinami.shapes.form;

import static org.machinami.shapes.form.ShapeReading.first;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.XSD;

/** Which control a field gets: from its kind of value, and from its editor where that says more. */
final class ControlChoice {

  private static final String DASH = "http://datashapes.org/dash#";
  private static final Node EDITOR = NodeFactory.createURI(DASH + "editor");

  private ControlChoice() {}

  static Control of(Graph forms, Node shape, Facts facts, boolean hasChoices) {
    Optional<String> editor =
        first(forms, shape, EDITOR).map(node -> node.getURI().substring(DASH.length()));
    if (first(forms, shape, SHACL.node).isPresent()) {
      return Control.THING;
    }
    if (editor.isPresent()) {
      return ofEditor(editor.get(), facts);
    }
    if (hasChoices) {
      return facts.closed ? Control.CHOICE : Control.LOOKUP;
    }
    return ofKind(facts);
  }

  /**
   * @see <a href="https://datashapes.org/forms.html#editors">DASH, editors</a>
   */
  private static Control ofEditor(String editor, Facts facts) {
    return switch (editor) {
      case "TextAreaEditor" -> Control.LONG_TEXT;
      case "TextFieldWithLangEditor" -> facts.oneOfEachLanguage ? Control.TEXT_PAIR : Control.LINES;
      case "TextAreaWithLangEditor" ->
          facts.oneOfEachLanguage ? Control.LONG_TEXT_PAIR : Control.LINES;
      case "AutoCompleteEditor" -> Control.LOOKUP;
      default -> throw new IllegalStateException("no control for the editor dash:" + editor);
    };
  }

  private static Control ofKind(Facts facts) {
    if (facts.datatypes.contains(XSD.date.getURI())) {
      return Control.DATE;
    }
    if (facts.datatypes.contains(XSD.xboolean.getURI())) {
      return Control.YES_NO;
    }
    if (facts.datatypes.contains(XSD.integer.getURI())) {
      return Control.NUMBER;
    }
    if (facts.patterns.stream().anyMatch(pattern -> pattern.startsWith("^mailto:"))) {
      return Control.EMAIL;
    }
    if (facts.patterns.stream().anyMatch(pattern -> pattern.startsWith("^tel:"))) {
      return Control.TELEPHONE;
    }
    return facts.iri ? Control.IRI : Control.TEXT;
  }
}
