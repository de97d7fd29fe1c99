package org.machinami.loader.mapping;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;

/** Turns term maps into generators that write bytes. */
final class TermCompiler {

  private static final String GENID = ".well-known/genid/";

  private final String base;
  private final String scope;
  private final Slots slots;

  TermCompiler(String base, String scope, Slots slots) {
    this.base = base;
    this.scope = scope;
    this.slots = slots;
  }

  TermGenerator compile(TermMap map, LogicalSource source) {
    if (map.kind() == TermMap.Kind.CONSTANT) {
      return constant(map.constant());
    }
    Pieces pieces = pieces(map, source);
    return switch (map.type()) {
      case IRI -> iri(map, pieces);
      case BLANK_NODE -> new BlankTerm(pieces, base + GENID, scope);
      case LITERAL -> literal(map, pieces);
    };
  }

  Pieces pieces(TermMap map, LogicalSource source) {
    Template template = map.kind() == TermMap.Kind.CONSTANT ? Template.parse("") : map.template();
    return new Pieces(template, reference -> slots.slot(source, reference));
  }

  private TermGenerator iri(TermMap map, Pieces pieces) {
    boolean template = map.kind() == TermMap.Kind.TEMPLATE;
    byte[] before = base.getBytes(StandardCharsets.UTF_8);
    if (template) {
      for (Template.Part part : map.template().parts()) {
        if (!part.reference()) {
          requireIri(part.text());
        }
      }
      Template.Part first = map.template().parts().get(0);
      char[] text = first.text().toCharArray();
      if (!first.reference() && IriTerm.isAbsolute(text, 0, text.length)) {
        before = new byte[0];
      }
    }
    return new IriTerm(pieces, template, before);
  }

  private static void requireIri(String text) {
    try {
      new Bytes(64).iri(text.toCharArray(), 0, text.length());
    } catch (RowRefusal e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.template", text);
    }
  }

  private static TermGenerator literal(TermMap map, Pieces pieces) {
    if (map.language().isPresent()) {
      return new LiteralTerm(pieces, LexicalForm.of(""), languageSuffix(map.language().get()));
    }
    String datatype = map.datatype().orElse(XSD.xstring.getURI());
    LexicalForm form = LexicalForm.of(datatype);
    boolean checked = LexicalForm.CHECKED.containsKey(datatype);
    return checked && map.kind() == TermMap.Kind.TEMPLATE
        ? new TemplateLiteralTerm(pieces, form, datatypeSuffix(datatype))
        : new LiteralTerm(pieces, form, datatypeSuffix(datatype));
  }

  private static byte[] languageSuffix(String tag) {
    String usual = NodeFactory.createLiteralLang("", tag).getLiteralLanguage();
    return ("@" + usual).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] datatypeSuffix(String datatype) {
    return datatype.equals(XSD.xstring.getURI())
        ? new byte[0]
        : ("^^<" + datatype + ">").getBytes(StandardCharsets.UTF_8);
  }

  ConstantTerm constant(Node term) {
    Bytes out = new Bytes(128);
    try {
      if (term.isURI()) {
        char[] iri = term.getURI().toCharArray();
        out.append((byte) '<');
        out.iri(iri, 0, iri.length);
        out.append((byte) '>');
      } else if (term.isLiteral()) {
        char[] text = term.getLiteralLexicalForm().toCharArray();
        out.append((byte) '"');
        String datatype = term.getLiteralDatatypeURI();
        LexicalForm.of(datatype).write(text, 0, text.length, out);
        out.append((byte) '"');
        String language = term.getLiteralLanguage();
        out.append(language.isEmpty() ? datatypeSuffix(datatype) : languageSuffix(language));
      } else {
        throw new LoadException(Fault.FOLDER, "mapping.constant", term);
      }
    } catch (RowRefusal e) {
      throw new LoadException(Fault.FOLDER, e, "mapping.constant", term);
    }
    return new ConstantTerm(out.copy());
  }
}
