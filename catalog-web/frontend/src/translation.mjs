// Puts the editor's own words into another language as they appear. Queries and results stay.
const ATTRIBUTES = ["title", "aria-label", "placeholder"];
const FOREIGN = ".CodeMirror-hints, td, th, pre, textarea";

/** Translates what is below the place now and whatever comes later. */
export function translate(place, { words, patterns }) {
  function translated(text) {
    const whole = words[text] ?? words[text.trim()];
    if (whole !== undefined) {
      return whole;
    }
    for (const [pattern, sentence] of patterns) {
      const found = pattern.exec(text.trim());
      if (found) {
        return sentence(...found.slice(1));
      }
    }
    return text;
  }

  function text(node) {
    if (!node.parentElement?.closest(FOREIGN)) {
      const after = translated(node.data);
      if (after !== node.data) {
        node.data = after;
      }
    }
  }

  function attributes(element) {
    for (const name of ATTRIBUTES) {
      const before = element.getAttribute(name);
      if (before && !element.parentElement?.closest(FOREIGN)) {
        const after = translated(before);
        if (after !== before) {
          element.setAttribute(name, after);
        }
      }
    }
  }

  function all(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      text(node);
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.closest(FOREIGN)) {
      attributes(node);
      node.childNodes.forEach(all);
    }
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") {
        change.addedNodes.forEach(all);
      } else if (change.type === "characterData") {
        text(change.target);
      } else {
        attributes(change.target);
      }
    }
  }).observe(place, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  all(place);
}
