// What the colours mean, over a corner of the map, so that nothing below it moves.

export function legend(frame, say) {
  const box = document.createElement("div");
  box.className = "map-legend";
  box.hidden = true;
  frame.append(box);

  function entry(swatch, label, lang) {
    const item = document.createElement("li");
    const sample = document.createElement("span");
    sample.className = `swatch ${swatch}`;
    const text = document.createElement("span");
    text.textContent = label;
    if (lang) {
      text.lang = lang;
    }
    item.append(sample, text);
    return item;
  }

  return {
    /** What it covers in px; nothing while it is hidden. */
    size() {
      return box.hidden ? { width: 0, height: 0 } : box.getBoundingClientRect();
    },

    /** @param colour of an answer; undefined for none */
    show(colour, someHaveNone) {
      box.hidden = !colour || colour.classes.length === 0;
      if (box.hidden) {
        return;
      }
      const head = document.createElement("p");
      head.textContent = colour.unit ? `${colour.label} (${colour.unit})` : colour.label;
      const list = document.createElement("ul");
      const kind = colour.numbers ? "step" : "class";
      list.append(...colour.classes.map(({ label, lang }, i) => entry(`${kind}-${i}`, label, lang)));
      if (someHaveNone) {
        list.append(entry("no-value", say("no-value")));
      }
      box.replaceChildren(head, list);
    },
  };
}
