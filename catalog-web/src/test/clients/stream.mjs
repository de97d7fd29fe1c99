// Reads the event stream of a catalogue with ldes-client and prints a line of JSON for each member.
// Arguments: the address where the catalogue answers, its base IRI.
import { intoConfig, replicateLDES } from "ldes-client";

const [address, base] = process.argv.slice(2);

/** The catalogue answers elsewhere than where its IRIs point; nothing else is asked. */
function local(input, options) {
  const url = typeof input === "string" ? input : (input.url ?? input.href);
  if (!url.startsWith(base)) {
    throw new Error("asks for " + url);
  }
  return fetch(address + "/" + url.substring(base.length), options).then((response) => {
    Object.defineProperty(response, "url", { value: url });
    return response;
  });
}

const client = replicateLDES(intoConfig({ url: base + "catalog/ldes", fetch: local }), "ascending");
const reader = client.stream({ highWaterMark: 10 }).getReader();
for (let next = await reader.read(); !next.done; next = await reader.read()) {
  const member = next.value;
  console.log(
    JSON.stringify({
      id: member.id.value,
      of: member.isVersionOf,
      time: member.timestamp,
      titles: member.quads
        .filter((q) => q.predicate.value === "http://purl.org/dc/terms/title")
        .map((q) => q.subject.value + " " + q.object.value)
        .sort(),
    }),
  );
}
process.exit(0);
