// Bundles what pages run in a browser into the class path folder "assets" (first argument).
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { writeTokens } from "./src/tokens.mjs";

const outdir = process.argv[2] ?? "../target/classes/assets";
const styles = "../src/main/resources/assets/machinami.css";

const prefixes = {
  city: "https://machinami.org/vocab/city#",
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  geo: "http://www.opengis.net/ont/geosparql#",
  geof: "http://www.opengis.net/def/function/geosparql/",
  owl: "http://www.w3.org/2002/07/owl#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  sosa: "http://www.w3.org/ns/sosa/",
  text: "http://jena.apache.org/text#",
  time: "http://www.w3.org/2006/time#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

// The editor brings thousands of prefixes that strangers once registered; ours take their place.
const ourPrefixes = {
  name: "our-prefixes",
  setup(bundler) {
    bundler.onLoad({ filter: /yasgui\.esm\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const list = /madsrdf = "[^{]*?prefixes_default = \{[^}]*\}/;
      if (!list.test(text)) {
        throw new Error(`${path}: the list of prefixes is not where it was`);
      }
      return {
        contents: text.replace(list, `prefixes_default = ${JSON.stringify(prefixes)}`),
        loader: "js",
      };
    });
  },
};

await writeTokens(
  "node_modules/@digital-go-jp/design-tokens/dist/tokens.css",
  styles,
  `${outdir}/tokens.css`,
);

await build({
  plugins: [ourPrefixes],
  entryPoints: {
    autosave: "src/autosave.mjs",
    editor: "src/editor.mjs",
    form: "src/form.mjs",
    map: "src/map.mjs",
    "map-worker": "maplibre-gl/dist/maplibre-gl-worker.mjs",
    place: "src/place.mjs",
    search: "src/search.mjs",
  },
  outdir,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "eof",
  loader: {
    ".svg": "dataurl",
    ".png": "dataurl",
    ".woff": "empty",
    ".woff2": "dataurl",
    ".ttf": "empty",
    ".eot": "empty",
  },
  logLevel: "warning",
});
