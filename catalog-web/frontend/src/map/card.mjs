// What is known of a thing on the map, as text, with a way to its page.
const FOLLOWED = /^(https?:|mailto:|tel:)/;

/** A link for an IRI: ours relative, others' as they are; null where browsers must not follow. */
function address(iri, frame) {
  if (iri.startsWith(frame.dataset.base)) {
    return frame.dataset.root + iri.slice(frame.dataset.base.length);
  }
  return FOLLOWED.test(iri) ? iri : null;
}

function worded(name, text, lang) {
  const element = document.createElement(name);
  element.textContent = text;
  if (lang && lang !== document.documentElement.lang) {
    element.lang = lang;
  }
  return element;
}

function value({ text, lang, iri }, frame) {
  const href = iri && address(iri, frame);
  const element = worded(href ? "a" : "span", text, lang);
  if (href) {
    element.href = href;
  }
  return element;
}

export function card(feature, columns, frame, say) {
  const { name, lang, rows, facts, kind } = feature.properties;
  const box = document.createElement("div");
  box.className = "map-card";
  box.append(worded("h2", name, lang), worded("p", frame.dataset.type));
  if (kind === "cell") {
    box.append(worded("p", say("rows", rows)));
  }
  if (facts.length) {
    const list = document.createElement("dl");
    for (const { column, values } of facts) {
      const { label, lang: labelLang, unit } = columns[column];
      const row = document.createElement("div");
      const words = document.createElement("dd");
      values.forEach((one, i) => words.append(i ? " / " : "", value(one, frame)));
      if (unit) {
        words.append(` ${unit}`);
      }
      row.append(worded("dt", label, labelLang), words);
      list.append(row);
    }
    box.append(list);
  }
  const href = feature.id && address(feature.id, frame);
  if (href) {
    const link = worded("a", say("page"));
    link.href = href;
    const way = document.createElement("p");
    way.append(link);
    box.append(way);
  }
  return box;
}
