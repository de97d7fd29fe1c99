// The maps of a page, each in its frame. What a map is for stands in data-map.
import "./map.css";
import { showFeatures } from "./map/features.mjs";
import { choosePlace } from "./map/place.mjs";

const KINDS = { features: showFeatures, place: choosePlace };

for (const frame of document.querySelectorAll("[data-map]")) {
  KINDS[frame.dataset.map](frame);
}
