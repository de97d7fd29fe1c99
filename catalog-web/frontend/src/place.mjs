// The map of the search is large: it comes when its part of the page is opened.
const details = document.querySelector("#by-place");
let asked = false;

function load() {
  if (asked || !details.open) {
    return;
  }
  asked = true;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("map.css", import.meta.url).href;
  document.head.append(style);
  import(new URL("map.js", import.meta.url).href);
}

details.addEventListener("toggle", load);
if (location.hash === "#bbox") {
  details.open = true;
}
load();
