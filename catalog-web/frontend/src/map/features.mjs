// The data of a dataset: asked for by rectangle and zoom where they are not all here yet.
import { Popup } from "maplibre-gl";
import { card } from "./card.mjs";
import { createMap, isA, isAble, palette, textLayout, words } from "./base.mjs";
import { legend } from "./legend.mjs";

const STEPS = 5; // classes of numbers, as many as --map-step-N
const CLASSES = 7; // other classes, as many as --map-class-N
const CLICK = [8]; // px around a click that still meet a thing
const MIDDLE = [8, 24, 48]; // px around the middle, where Enter looks, first nearby
const MARGIN = 0.3; // of the width and height of the view, asked for on each side of it
const NARROW = 640; // px
const ZOOM_STEP = 0.75; // beyond it places are put together anew
const TOGETHER = ["any", ["has", "point_count"], ["==", ["get", "kind"], "cluster"]];
const DRAWN = ["clusters", "points", "lines", "areas"];
const CLUSTERING = { clusterRadius: 44, clusterMaxZoom: 15 };

export function showFeatures(frame) {
  const say = words(frame);
  const status = frame.parentElement.querySelector(".map-status");
  if (!isAble()) {
    frame.dataset.state = "unable";
    status.textContent = say("unable");
    return;
  }
  frame.dataset.state = "loading";
  status.textContent = say("loading");
  const form = document.querySelector("#map-colours");
  const key = legend(frame, say);
  let numbers = true; // whether the classes are those of numbers
  let answer = { features: [], columns: [] };
  let asked = null; // the rectangle and zoom of the answer; null for all there is
  let question = null; // what the server has not answered yet
  let popup;

  const map = createMap(frame, {
    say,
    sources: {
      shapes: {},
      points: {
        cluster: true,
        ...CLUSTERING,
        clusterProperties: { rows: ["+", ["get", "rows"]] },
      },
    },
    layers: (colour) => dataLayers(colour, numbers),
  });
  const loaded = new Promise((resolve) => map.once("load", resolve));

  async function ask(view) {
    question?.abort();
    const mine = new AbortController();
    question = mine;
    frame.dataset.state = "loading";
    const address = new URL(frame.dataset.features, document.baseURI);
    address.searchParams.set("colour", form?.elements.namedItem("colour").value ?? "none");
    if (view) {
      address.searchParams.set("bbox", view.box.map((degrees) => degrees.toFixed(5)).join(","));
      address.searchParams.set("zoom", view.zoom.toFixed(1));
    }
    try {
      const response = await fetch(address, { signal: mine.signal });
      if (!response.ok) {
        throw new Error(`${response.status}: ${address}`);
      }
      const next = await response.json();
      await loaded;
      if (!mine.signal.aborted) {
        question = null;
        show(next, view);
      }
    } catch (error) {
      if (error.name !== "AbortError") {
        question = null;
        frame.dataset.state = "failed";
        status.textContent = say("failed");
        if (answer.places === undefined) {
          map.remove(); // the drawing below it is all there is
        }
      }
    }
  }

  function show(next, view) {
    const first = answer.places === undefined;
    answer = next;
    asked = view;
    numbers = answer.colour?.numbers ?? true;
    const light = answer.features.flatMap(({ geometry, properties }, index) =>
      single(geometry).map((part) => ({
        type: "Feature",
        geometry: part,
        properties: {
          index,
          kind: properties.kind,
          class: properties.class ?? -1,
          rows: properties.rows,
        },
      })),
    );
    const isPoint = (feature) => feature.geometry.type === "Point";
    map.getSource("shapes").setData(collection(light.filter((feature) => !isPoint(feature))));
    // The colour of each point is what one wants to see then; they are put together only without.
    map.getSource("points").setClusterOptions({ cluster: !answer.colour, ...CLUSTERING });
    map.getSource("points").setData(collection(light.filter(isPoint)));
    for (const layer of dataLayers(palette(frame), numbers)) {
      for (const [name, value] of Object.entries(layer.paint)) {
        map.setPaintProperty(layer.id, name, value);
      }
    }
    key.show(
      answer.colour,
      answer.features.some(({ properties }) => properties.class === -1),
    );
    status.textContent = sentence();
    if (first && answer.together) {
      map.fitBounds(answer.together, { padding: padding(), maxZoom: 15, duration: 0 });
    }
    map.once("idle", () => {
      if (!question) {
        frame.dataset.shown = answer.features.length;
        frame.dataset.state = "ready";
      }
    });
    map.triggerRepaint();
  }

  /** Room for the legend: beside the data on a desk, above them on a phone. */
  function padding() {
    const all = Math.min(48, frame.clientWidth / 16);
    const { width, height } = key.size();
    return frame.clientWidth < NARROW
      ? { left: all, right: all, bottom: 3 * all, top: all + height }
      : { left: all + width, right: all, bottom: all, top: all };
  }

  function sentence() {
    const { places, inside, features, complete, unplaced } = answer;
    const all = features.length === places && (complete || !asked);
    const text =
      inside === 0
        ? say("nothing")
        : all
          ? say("all", places)
          : features.length < inside
            ? say("together", inside)
            : say("part", inside, places);
    return unplaced > 0 ? `${text} ${say("unplaced", unplaced)}` : text;
  }

  function askAgain() {
    if (answer.places === undefined || answer.complete) {
      return;
    }
    const zoom = map.getZoom();
    const [west, south, east, north] = around(map.getBounds(), 0);
    const [w, s, e, n] = asked?.box ?? answer.bbox ?? [0, 0, 0, 0];
    const covered = w <= west && s <= south && e >= east && n >= north;
    if (!covered || !asked || Math.abs(asked.zoom - zoom) >= ZOOM_STEP) {
      ask({ box: around(map.getBounds(), MARGIN), zoom });
    }
  }

  /** What is drawn nearest to a point of the map, the topmost first. */
  function find({ x, y }, reaches) {
    for (const reach of reaches) {
      const [found] = map.queryRenderedFeatures(
        [
          [x - reach, y - reach],
          [x + reach, y + reach],
        ],
        { layers: DRAWN },
      );
      if (found) {
        return found;
      }
    }
    return null;
  }

  async function open(point, reaches) {
    const found = find(point, reaches);
    popup?.remove();
    if (!found) {
      return;
    }
    const { point_count: count, cluster_id: id, index, kind } = found.properties;
    if (count || kind === "cluster") {
      const zoom = count
        ? await map.getSource("points").getClusterExpansionZoom(id)
        : map.getZoom() + 2;
      map.easeTo({ center: found.geometry.coordinates, zoom });
      return;
    }
    const feature = answer.features[index];
    const at = found.geometry.type === "Point" ? found.geometry.coordinates : map.unproject(point);
    popup = new Popup({ maxWidth: "320px", className: "map-popup" })
      .setLngLat(at)
      .setDOMContent(card(feature, answer.columns, frame, say))
      .addTo(map);
  }

  const canvas = map.getCanvas();
  map.on("click", (event) => open(event.point, CLICK));
  canvas.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      open({ x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 }, MIDDLE);
    }
  });
  map.on("mousemove", ({ point }) => {
    canvas.style.cursor = find(point, [0]) ? "pointer" : "";
  });
  map.on("moveend", askAgain);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    popup?.remove();
    const state = new URL(location.href);
    state.search = new URLSearchParams(new FormData(form)).toString();
    history.replaceState(null, "", state);
    ask(asked);
  });
  ask(null);
}

/** The points of several, which are put together one by one; the parts of a mixture; else itself. */
function single(geometry) {
  if (geometry.type === "MultiPoint") {
    return geometry.coordinates.map((coordinates) => ({ type: "Point", coordinates }));
  }
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(single) : [geometry];
}

function collection(features) {
  return { type: "FeatureCollection", features };
}

/** The rectangle of the view and a part of it more on each side. */
function around(bounds, part) {
  const width = (bounds.getEast() - bounds.getWest()) * part;
  const height = (bounds.getNorth() - bounds.getSouth()) * part;
  return [
    Math.max(-180, bounds.getWest() - width),
    Math.max(-90, bounds.getSouth() - height),
    Math.min(180, bounds.getEast() + width),
    Math.min(90, bounds.getNorth() + height),
  ];
}

/** The layers of the data; only their paint depends on the palette and on what the classes are. */
function dataLayers(colour, numbers) {
  const kind = numbers ? "step" : "class";
  const classes = Array.from({ length: numbers ? STEPS : CLASSES }, (_, i) => [
    i,
    colour(`${kind}-${i}`),
  ]).flat();
  const byClass = ["match", ["get", "class"], ...classes, colour("thing")];
  return [
    {
      id: "areas",
      type: "fill",
      source: "shapes",
      filter: isA("Polygon"),
      paint: {
        "fill-color": byClass,
        "fill-opacity": ["case", ["==", ["get", "class"], -1], 0.4, 0.72],
      },
    },
    {
      id: "edges",
      type: "line",
      source: "shapes",
      filter: isA("Polygon"),
      paint: { "line-color": colour("edge"), "line-width": 0.75 },
    },
    {
      id: "lines",
      type: "line",
      source: "shapes",
      filter: isA("LineString"),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": byClass, "line-width": 3 },
    },
    {
      id: "points",
      type: "circle",
      source: "points",
      filter: ["!", TOGETHER],
      paint: {
        "circle-color": byClass,
        "circle-radius": 6,
        "circle-stroke-color": colour("edge"),
        "circle-stroke-width": 1.25,
      },
    },
    {
      id: "clusters",
      type: "circle",
      source: "points",
      filter: TOGETHER,
      paint: {
        "circle-color": byClass,
        "circle-radius": ["step", ["get", "rows"], 13, 10, 16, 100, 20, 1000, 25, 10000, 31],
        "circle-stroke-color": colour("edge"),
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "counts",
      type: "symbol",
      source: "points",
      filter: TOGETHER,
      layout: {
        ...textLayout(13),
        "text-field": ["number-format", ["get", "rows"], {}],
        "text-allow-overlap": true,
      },
      paint: {
        "text-color": colour("count"),
        "text-halo-color": colour("count-halo"),
        "text-halo-width": 1.5,
      },
    },
  ];
}
