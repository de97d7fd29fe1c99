// Saves the form of a draft a while after the last key, and says when. It stops where a person has to decide: somebody else (or
// another tab) was faster, or the session is over. The button saves as without scripts, and nothing that was typed is lost.
const WAIT = 3000; // ms after the last change

const line = document.getElementById("autosave");
const form = () => document.getElementById("description-form");
let timer;
let saved = form() ? posted().toString() : "";
let stopped = !line;
let asking = false;

function posted() {
  return new URLSearchParams(new FormData(form()));
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(save, WAIT);
}

async function save() {
  clearTimeout(timer);
  const body = form() ? posted() : undefined;
  if (stopped || !body || body.toString() === saved) {
    return;
  }
  if (asking) {
    later();
    return;
  }
  asking = true;
  const typed = body.toString();
  body.append("do", "autosave");
  try {
    const answer = await fetch(form().action, {
      method: "POST",
      headers: { Accept: "application/json" },
      redirect: "manual",
      body,
    });
    if (answer.type === "opaqueredirect") {
      stop(line.dataset.over);
    } else if (answer.status === 409) {
      stop(line.dataset.conflict);
    } else if (answer.ok) {
      const { version, said } = await answer.json();
      for (const field of document.querySelectorAll('input[name="version"]')) {
        field.value = version;
      }
      const before = new URLSearchParams(typed);
      before.set("version", version);
      saved = before.toString();
      line.textContent = said;
    } else {
      line.textContent = line.dataset.offline;
    }
  } catch {
    line.textContent = line.dataset.offline;
  } finally {
    asking = false;
  }
}

function stop(text) {
  stopped = true;
  line.textContent = text;
}

function typed(event) {
  if (!stopped && event.target.form === form()) {
    later();
  }
}

document.addEventListener("input", typed);
document.addEventListener("change", typed);
// What a button does saves by itself.
document.addEventListener("submit", () => clearTimeout(timer));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") {
    save();
  }
});
