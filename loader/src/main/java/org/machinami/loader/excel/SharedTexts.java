package org.machinami.loader.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.source.SourceLimits;

/** The texts that cells refer to by number. They are held in memory, so they have a cap. */
final class SharedTexts {

  private static final long MOST_CHARACTERS = 100_000_000;

  private final List<String> texts;

  private SharedTexts(List<String> texts) {
    this.texts = texts;
  }

  static SharedTexts read(Optional<InputStream> part, String file, SourceLimits limits)
      throws IOException {
    List<String> texts = new ArrayList<>();
    if (part.isPresent()) {
      try (InputStream in = part.get();
          Xml xml = new Xml(file, in)) {
        long characters = 0;
        while (xml.next()) {
          if (xml.isStart() && xml.name().equals("si")) {
            String text = RichText.read(xml, limits.fieldCharacters());
            characters += text.length() + 24L;
            if (characters > MOST_CHARACTERS) {
              throw new LoadException(Fault.DATA, "excel.texts", file, MOST_CHARACTERS);
            }
            texts.add(text);
          }
        }
      }
    }
    return new SharedTexts(texts);
  }

  /** The text of that number; empty when there is none. */
  Optional<String> find(String number) {
    try {
      int index = Integer.parseInt(number);
      return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
