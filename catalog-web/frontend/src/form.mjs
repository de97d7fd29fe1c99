// The form of a description: findings while one types, suggestions, rows that come and go in place.
// Everything works without it by the buttons of the form.
import { combobox } from "./combobox.mjs";

const WAIT = 500; // ms between the last key and the question

let form;
let timer;
let question;

function start() {
  form = document.getElementById("description-form");
  if (!form) {
    return;
  }
  for (const box of form.querySelectorAll("input[data-lookup]")) {
    combobox(box, { label: form.dataset.lookupLabel, count: form.dataset.lookupCount });
  }
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("click", button);
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(check, WAIT);
}

function posted(...more) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    body.append(name, value);
  }
  for (const [name, value] of more) {
    body.append(name, value);
  }
  return body;
}

async function check() {
  question?.abort();
  question = new AbortController();
  const { signal } = question;
  try {
    const answer = await fetch(form.dataset.check, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: posted(),
      signal,
    });
    if (answer.ok) {
      show(await answer.json());
    } else {
      say(form.dataset.offline);
    }
  } catch (error) {
    if (error.name !== "AbortError") {
      say(form.dataset.offline);
    }
  }
}

function say(text) {
  const counts = document.querySelector("[data-counts]");
  if (counts.textContent !== text) {
    counts.textContent = text;
  }
}

function show(found) {
  say(found.counts);
  const faulty = new Set(found.mistakes.map((mistake) => mistake.target));
  for (const list of form.querySelectorAll("[data-found]")) {
    const field = list.dataset.found;
    const findings = found.beside[field] ?? [];
    findings.forEach((finding) => faulty.add(finding.target));
    const mistakes = found.mistakes.filter(
      ({ target }) => target === field || target.startsWith(`${field}.`),
    );
    const items = [
      ...mistakes.map((mistake) => item(mistake.text, true)),
      ...findings.map((finding) => item(finding.text, finding.grave, finding.severity)),
    ];
    // A repair stays beside a finding that stays.
    const same = [...list.children].map(plain).join("\n") === items.map(plain).join("\n");
    if (!same) {
      list.replaceChildren(...items);
    }
  }
  for (const box of form.elements) {
    if (box.id && faulty.has(box.id)) {
      box.setAttribute("aria-invalid", "true");
    } else {
      box.removeAttribute("aria-invalid");
    }
  }
  document
    .querySelector("[data-mistakes]")
    .replaceChildren(
      ...found.mistakes.map((mistake) => linked(mistake.text, mistake.target, true)),
    );
  document.querySelector("[data-first]").replaceChildren(
    ...found.first.map((finding) => {
      const entry = linked(finding.text, finding.target, finding.grave, finding.severity);
      for (const more of [finding.thing, finding.more]) {
        if (more) {
          entry.append(" ", note(more));
        }
      }
      return entry;
    }),
  );
}

function plain(entry) {
  const copy = entry.cloneNode(true);
  copy.querySelectorAll("button, .note").forEach((more) => more.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function note(text) {
  const span = document.createElement("span");
  span.className = "note";
  span.textContent = text;
  return span;
}

function item(text, grave, severity = "") {
  const entry = document.createElement("li");
  entry.className = grave ? "grave" : "warning";
  if (severity) {
    const badge = document.createElement("span");
    badge.className = "form-severity";
    badge.textContent = severity;
    entry.append(badge, " ");
  }
  entry.append(text);
  return entry;
}

function linked(text, target, grave, severity) {
  const entry = item("", grave, severity);
  if (target) {
    const link = document.createElement("a");
    link.href = `#${target}`;
    link.textContent = text;
    entry.append(link);
  } else {
    entry.append(text);
  }
  return entry;
}

// Adding and taking away: the page that the button would give takes the place of the form, so that
// the server alone knows what a new box looks like.
async function button(event) {
  const pressed = event.target.closest("button[name=add], button[name=remove]");
  if (!pressed || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  question?.abort();
  clearTimeout(timer);
  const { name, value } = pressed;
  const section = pressed.closest(".form-field")?.id;
  say(form.dataset.waiting);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "text/html" },
      body: posted([name, value]),
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("description-form");
    const summary = page.getElementById("form-summary");
    if (!next || !summary) {
      throw new Error("no form in the answer");
    }
    form.replaceWith(next);
    document.getElementById("form-summary").replaceWith(summary);
    start();
    focus(name, value, section);
  } catch {
    // As without scripts.
    form.append(hidden(name, value));
    form.submit();
  }
}

function hidden(name, value) {
  const input = document.createElement("input");
  input.type = "hidden";
  input.name = name;
  input.value = value;
  return input;
}

/** The new box after adding; the field, where something was taken away. */
function focus(name, value, section) {
  const field = document.getElementById(section) ?? form;
  let target = field.querySelector("button[name=add]") ?? field.querySelector("input, select, textarea");
  if (name === "add") {
    const added = document.getElementById(value);
    const boxes = added?.querySelectorAll(
      added.matches("details")
        ? "input:not([type=hidden]), select, textarea"
        : ".form-row :is(input, select, textarea)",
    );
    if (boxes?.length) {
      target = added.matches("details") ? boxes[0] : boxes[boxes.length - 1];
    }
  }
  target?.focus();
}

// A link to a box opens the things that it stands in.
document.addEventListener("click", (event) => {
  const link = event.target.closest('#form-summary a[href^="#"]');
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) {
    event.preventDefault();
    for (let inner = target.closest("details"); inner; inner = inner.parentElement.closest("details")) {
      inner.open = true;
    }
    const box = target.matches("input, select, textarea")
      ? target
      : target.querySelector("input:not([type=hidden]), select, textarea, button, summary");
    (box ?? target).focus();
  }
});

start();
