// The query editor: takes the place of the plain form, which works without it.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "./editor.css";
import { translate } from "./translation.mjs";
import * as japanese from "./words.ja.mjs";

const form = document.querySelector("#query-form");
const text = document.querySelector("#query-text");
const place = document.querySelector("#editor");

// The default completers ask other hosts for prefixes and terms; only the local one stays.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];

if (document.documentElement.lang === "ja") {
  Yasgui.defaults.tabName = japanese.words.Query;
  const language = Yasgui.Yasr.plugins.table.defaults.tableConfig.language;
  Object.assign(language, japanese.table);
  translate(place, japanese);
}

const editor = new Yasgui(place, {
  persistenceId: null,
  copyEndpointOnNewTab: false,
  requestConfig: {
    endpoint: new URL(form.getAttribute("action"), document.baseURI).href,
    method: "POST",
  },
  endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
  yasqe: { value: text.value, showQueryButton: true, resizeable: true },
});

const tab = editor.getTab();
if (tab) {
  tab.setQuery(text.value);
}
form.hidden = true;
document.documentElement.classList.add("with-editor");

// An example fills the editor where it is, and stays a link for everything else.
for (const example of document.querySelectorAll("a[data-query]")) {
  example.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    editor.getTab().setQuery(example.dataset.query);
    place.scrollIntoView({ block: "start" });
  });
}
