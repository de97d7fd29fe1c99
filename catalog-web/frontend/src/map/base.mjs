// A map on the catalogue's own ground: no tiles, no fonts and no pictures from elsewhere.
import { Map as Drawn, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";

setWorkerUrl(new URL("map-worker.js", import.meta.url).href);

const EMPTY = { type: "FeatureCollection", features: [] };
const STEPS = [60, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const LINES_ACROSS = 4;
const CITY = [139.72, 35.69]; // until the data say where they are
const FONT = ["sans-serif"];

/** Words of the page with {0}, {1} replaced; numbers as its language writes them. */
export function words(frame) {
  const texts = JSON.parse(frame.dataset.words);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  return (key, ...values) =>
    values.reduce(
      (text, value, i) =>
        text.replace(`{${i}}`, typeof value === "number" ? number.format(value) : value),
      texts[key],
    );
}

/** The colours of the style sheet, which follow the style of the system. */
export function palette(frame) {
  const style = getComputedStyle(frame);
  return (name) => style.getPropertyValue(`--map-${name}`).trim();
}

export const textLayout = (size) => ({ "text-font": FONT, "text-size": size });

/** Whether this browser can draw a map. */
export function isAble() {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

/**
 * Makes the map of a frame, whose data-state says how far it is: loading, ready (all is drawn that was asked for), failed
 * or unable.
 * @param layers makes the layers of the data from the palette; called again when the style of the system changes
 */
export function createMap(frame, { say, layers, sources }) {
  const place = document.createElement("div");
  place.className = "map-place";
  frame.append(place);
  const map = new Drawn({
    container: place,
    style: style(frame, layers, sources),
    center: CITY,
    zoom: 8.5,
    maxZoom: 20,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    attributionControl: false,
    localIdeographFontFamily: getComputedStyle(frame).fontFamily,
    cooperativeGestures: false,
    locale: {
      "Map.Title": say("map"),
      "NavigationControl.ZoomIn": say("zoom-in"),
      "NavigationControl.ZoomOut": say("zoom-out"),
      "Popup.Close": say("close"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.scrollZoom.disable(); // the wheel moves the page; buttons, keys and two fingers zoom
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
  map.on("load", () => {
    drawGrid(map);
    map.on("moveend", () => drawGrid(map));
    drawBackground(map, frame);
  });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => {
    for (const layer of style(frame, layers, sources).layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) {
        map.setPaintProperty(layer.id, name, value);
      }
    }
  };
  dark.addEventListener("change", repaint);
  map.on("remove", () => {
    dark.removeEventListener("change", repaint);
    place.remove();
  });
  return map;
}

function style(frame, layers, sources) {
  const colour = palette(frame);
  const all = layers(colour);
  return {
    version: 8,
    sources: {
      grid: { type: "geojson", data: EMPTY },
      background: { type: "geojson", data: EMPTY },
      names: { type: "geojson", data: EMPTY },
      ...Object.fromEntries(
        Object.entries(sources).map(([name, options]) => [
          name,
          { type: "geojson", data: EMPTY, ...options },
        ]),
      ),
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colour("ground") } },
      { id: "land", type: "fill", source: "background", filter: isA("Polygon"), paint: { "fill-color": colour("land") } },
      { id: "grid", type: "line", source: "grid", paint: { "line-color": colour("grid"), "line-width": 1 } },
      {
        id: "boundary",
        type: "line",
        source: "background",
        filter: isA("Polygon"),
        paint: { "line-color": colour("boundary"), "line-width": 1 },
      },
      {
        id: "railway",
        type: "line",
        source: "background",
        filter: isA("LineString"),
        paint: { "line-color": colour("railway"), "line-width": 1.5 },
      },
      ...all.filter((layer) => layer.type === "fill" || layer.type === "line"),
      // Above areas, below points: a name must not hide what has no size.
      {
        id: "names",
        type: "symbol",
        source: "names",
        minzoom: 9,
        layout: { ...textLayout(12), "text-field": ["get", "name"] },
        paint: {
          "text-color": colour("name"),
          "text-halo-color": colour("land"),
          "text-halo-width": 1.5,
        },
      },
      ...all.filter((layer) => layer.type === "circle" || layer.type === "symbol"),
    ],
  };
}

/** A filter for points, lines or areas, of one part or of several. */
export function isA(type) {
  return ["==", ["geometry-type"], type];
}

/** Meridians and parallels, so that there is a measure where the catalogue has no ground to show. */
function drawGrid(map) {
  const bounds = map.getBounds();
  const width = bounds.getEast() - bounds.getWest();
  const step = STEPS.find((one) => width / one >= LINES_ACROSS) ?? STEPS.at(-1);
  const features = [];
  const line = (from, to) =>
    features.push({
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates: [from, to] },
    });
  const south = Math.max(-85, bounds.getSouth());
  const north = Math.min(85, bounds.getNorth());
  for (let i = Math.floor(bounds.getWest() / step); i * step <= bounds.getEast(); i++) {
    line([i * step, south], [i * step, north]);
  }
  for (let i = Math.floor(south / step); i * step <= north; i++) {
    line([bounds.getWest(), i * step], [bounds.getEast(), i * step]);
  }
  map.getSource("grid").setData({ type: "FeatureCollection", features });
}

async function drawBackground(map, frame) {
  try {
    const answer = await fetch(frame.dataset.background);
    if (!answer.ok) {
      return;
    }
    const ground = await answer.json();
    const land = ground.features.filter(({ geometry }) => geometry.type.endsWith("Polygon"));
    // What is no land is only known to be water where the catalogue has land.
    frame.classList.toggle("with-land", land.length > 0);
    map.setPaintProperty("ground", "background-color", palette(frame)("ground"));
    map.getSource("background").setData(ground);
    map.getSource("names").setData({
      type: "FeatureCollection",
      features: land.map(({ geometry, properties }) => ({
        type: "Feature",
        properties: { name: properties.name },
        geometry: { type: "Point", coordinates: middle(largest(geometry)) },
      })),
    });
  } catch {
    // Without a background there is still the grid.
  }
}

function largest(geometry) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts.map(([ring]) => ring).reduce((a, b) => (area(b) > area(a) ? b : a));
}

function area(ring) {
  const [west, south, east, north] = box(ring);
  return (east - west) * (north - south);
}

function box(ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function middle(ring) {
  const [west, south, east, north] = box(ring);
  return [(west + east) / 2, (south + north) / 2];
}
