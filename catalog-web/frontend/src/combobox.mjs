// A box with suggestions below it: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
const WAIT = 120; // ms between the last key and the question

/**
 * @param box the input; its datalist is what it has without scripts
 * @param words label of the list, and how many there are with "#" for the number
 */
export function combobox(box, words) {
  box.removeAttribute("list");
  const list = document.createElement("ul");
  list.id = `${box.id}.suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.label);
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  box.after(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    box.setAttribute(name, value);
  }

  let typed = box.value;
  let chosen = -1;
  let timer;
  let question;

  function close() {
    clearTimeout(timer);
    question?.abort();
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function show(entries) {
    list.replaceChildren(
      ...entries.map(({ value, label, code }, i) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${i}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.value = value;
        option.textContent = label;
        if (code) {
          const note = document.createElement("span");
          note.className = "note";
          note.textContent = ` ${code}`;
          option.append(note);
        }
        return option;
      }),
    );
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = entries.length === 0;
    box.setAttribute("aria-expanded", String(entries.length > 0));
    status.textContent = entries.length ? words.count.replace("#", entries.length) : "";
  }

  function choose(index) {
    const options = list.children;
    options[chosen]?.setAttribute("aria-selected", "false");
    // Beyond either end stands what was typed.
    chosen = index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
    const option = options[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    box.value = option ? option.dataset.value : typed;
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  }

  function take() {
    typed = box.value;
    close();
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function ask() {
    question?.abort();
    question = new AbortController();
    try {
      const address = `${box.dataset.lookup}&q=${encodeURIComponent(typed)}`;
      const answer = await fetch(address, { signal: question.signal });
      if (answer.ok) {
        show(await answer.json());
      }
    } catch (error) {
      // Without an answer there are no suggestions, and the box goes on working.
      if (error.name !== "AbortError") {
        close();
      }
    }
  }

  box.addEventListener("input", (event) => {
    typed = box.value;
    clearTimeout(timer);
    if (typed.trim() === "") {
      close();
    } else if (!event.isComposing || typed.length > 1) {
      timer = setTimeout(ask, WAIT);
    }
  });

  box.addEventListener("keydown", (event) => {
    // While Japanese is being converted, the keys belong to the conversion.
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      ask();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      choose(chosen + 1);
    } else if (event.key === "ArrowUp" && !list.hidden) {
      event.preventDefault();
      choose(chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      choose(-1);
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });

  // The box keeps the focus, so that the list does not close before the click has come.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      box.value = option.dataset.value;
      take();
    }
  });
  box.addEventListener("blur", close);
}
