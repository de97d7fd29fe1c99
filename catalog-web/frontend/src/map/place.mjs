// An area of the map for a search: drawn, or taken from what is shown. The field of the form has it in numbers.
import { createMap, isAble, words } from "./base.mjs";

const CITY = [139.4, 35.5, 140.0, 35.9]; // Tokyo, until something is found or chosen
const DECIMALS = 4; // some ten metres
const LEAST = 6; // px: what is smaller is a click and no area

export function choosePlace(frame) {
  const say = words(frame);
  const form = frame.closest("form");
  const field = form.querySelector("#bbox");
  const status = form.querySelector(".place-status");
  const draw = form.querySelector("[data-draw]");
  const here = form.querySelector("[data-here]");
  if (!isAble()) {
    frame.dataset.state = "unable";
    frame.hidden = true;
    draw.hidden = true;
    here.hidden = true;
    return;
  }
  const hits = boxes();
  const map = createMap(frame, {
    say,
    sources: { hits: {}, area: {} },
    layers: (colour) => [
      {
        id: "hits",
        type: "line",
        source: "hits",
        paint: { "line-color": colour("hit"), "line-width": 1.5, "line-opacity": 0.8 },
      },
      {
        id: "area",
        type: "fill",
        source: "area",
        paint: { "fill-color": colour("area"), "fill-opacity": 0.2 },
      },
      {
        id: "area-edge",
        type: "line",
        source: "area",
        paint: { "line-color": colour("area"), "line-width": 2.5 },
      },
    ],
  });
  const start = parse(field.value) ?? union(hits.filter(isSmall)) ?? CITY;
  map.fitBounds(unrolled(start), { padding: 32, duration: 0 });

  function show() {
    const area = parse(field.value);
    map.getSource("area").setData(collection(area ? [area] : []));
    frame.dataset.area = area ? area.join(",") : "";
  }

  function choose(corners) {
    field.value = corners.map((degrees) => Number(degrees.toFixed(DECIMALS))).join(",");
    status.textContent = `${say("rectangle")}: ${field.value}`;
    show();
  }

  map.once("load", () => {
    map.getSource("hits").setData(collection(hits));
    show();
    map.once("idle", () => {
      frame.dataset.shown = hits.length;
      frame.dataset.state = "ready";
    });
  });
  field.addEventListener("input", show);
  here.addEventListener("click", () => {
    const bounds = map.getBounds();
    choose([
      Math.max(-180, bounds.getWest()),
      Math.max(-90, bounds.getSouth()),
      Math.min(180, bounds.getEast()),
      Math.min(90, bounds.getNorth()),
    ]);
  });

  // While one draws, a drag makes a rectangle and does not move the map.
  let from = null;
  const surface = map.getCanvasContainer();
  const at = (event) => {
    const edge = surface.getBoundingClientRect();
    return [event.clientX - edge.left, event.clientY - edge.top];
  };
  function drawing(on) {
    draw.setAttribute("aria-pressed", String(on));
    surface.classList.toggle("drawing", on);
    const change = on ? "disable" : "enable";
    map.dragPan[change]();
    map.boxZoom[change]();
  }
  draw.addEventListener("click", () => drawing(draw.getAttribute("aria-pressed") !== "true"));
  surface.addEventListener("pointerdown", (event) => {
    if (draw.getAttribute("aria-pressed") === "true" && event.isPrimary) {
      from = at(event);
      surface.setPointerCapture(event.pointerId);
    }
  });
  const rectangle = (event) => {
    const to = at(event);
    const corner = map.unproject([Math.min(from[0], to[0]), Math.max(from[1], to[1])]);
    const opposite = map.unproject([Math.max(from[0], to[0]), Math.min(from[1], to[1])]);
    return [corner.lng, corner.lat, opposite.lng, opposite.lat];
  };
  surface.addEventListener("pointermove", (event) => {
    if (from && event.isPrimary) {
      map.getSource("area").setData(collection([rectangle(event)]));
    }
  });
  surface.addEventListener("pointerup", (event) => {
    if (!from || !event.isPrimary) {
      return;
    }
    const [x, y] = at(event);
    if (Math.abs(x - from[0]) >= LEAST && Math.abs(y - from[1]) >= LEAST) {
      choose(rectangle(event));
      drawing(false);
    } else {
      show();
    }
    from = null;
  });
  surface.addEventListener("pointercancel", () => {
    from = null;
    show();
  });
}

/** The rectangles of the results of this page. */
function boxes() {
  return [...document.querySelectorAll("[data-boxes]")]
    .flatMap((hit) => hit.dataset.boxes.split(";"))
    .map(parse)
    .filter(Boolean);
}

/** West, south, east, north of a text; null when it is no rectangle. */
function parse(text) {
  const numbers = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [west, south, east, north] = numbers;
  const good =
    numbers.length === 4 &&
    [west, east].every((degrees) => Math.abs(degrees) <= 180) &&
    [south, north].every((degrees) => Math.abs(degrees) <= 90) &&
    south <= north;
  return good ? numbers : null;
}

/** What crosses the date line goes on beyond 180 degrees. */
function unrolled([west, south, east, north]) {
  return [west, south, west > east ? east + 360 : east, north];
}

/** Datasets of the whole country or world would show nothing of the city. */
function isSmall([west, south, east, north]) {
  return Math.abs(east - west) < 5 && north - south < 5;
}

function union(all) {
  return all.length === 0
    ? null
    : all.reduce((a, b) => [
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[2], b[2]),
        Math.max(a[3], b[3]),
      ]);
}

function collection(rectangles) {
  return {
    type: "FeatureCollection",
    features: rectangles.map(unrolled).map(([west, south, east, north]) => ({
      type: "Feature",
      properties: {},
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    })),
  };
}
