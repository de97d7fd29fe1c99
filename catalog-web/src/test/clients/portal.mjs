// Reads a catalogue with the CKAN clients of PortalJS and prints what they make of it, as JSON.
// Arguments: the address of the catalogue, the name of a dataset with a table.
import { createRequire } from "node:module";
import { CKAN } from "@portaljs/ckan";

const require = createRequire(import.meta.url);
const { default: CkanRequest, CkanRequestError } = require("@portaljs/ckan-api-client-js");

const [address, name] = process.argv.slice(2);
const portal = new CKAN(address);

const list = await portal.getDatasetsList();
const page = await portal.getDatasetsListWithDetails({ offset: 0, limit: 3 });
const dataset = await portal.getDatasetDetails(name);
const table = dataset.resources.find((r) => r.datastore_active);
const resource = await portal.getResourceMetadata(table.id);
const rows = await portal.datastoreSearch(table.id);
const info = await portal.getResourceInfo(table.id);
const organizations = await portal.getOrgsWithDetails(true);
const organization = await portal.getOrgDetails(organizations[0].name);
const groups = await portal.getGroupsWithDetails();
const groupNames = await portal.getGroupList();
const group = await portal.getGroupDetails(dataset.groups[0].name);
const tags = await portal.getAllTags();
const formats = await portal.getFacetFields("res_format");
const search = await portal.packageSearch({
  offset: 0,
  limit: 5,
  tags: [dataset.tags[0].name],
  groups: [dataset.groups[0].name],
  orgs: [dataset.organization.name],
  resFormat: [dataset.resources[0].format],
  query: "",
});

const shown = await CkanRequest.post("package_show", { ckanUrl: address, json: { id: dataset.id } });
console.error = () => {}; // the client prints what it then throws
const failures = {};
for (const [key, action, json] of [
  ["notFound", "package_show", { id: "no-such-dataset" }],
  ["validation", "package_search", { rows: "many" }],
  ["denied", "package_create", { name: "x" }],
]) {
  try {
    await CkanRequest.post(action, { ckanUrl: address, json });
  } catch (error) {
    failures[key] = error instanceof CkanRequestError ? error.message : "another error: " + error;
  }
}

console.log(
  JSON.stringify({
    list,
    page: page.map((p) => p.name),
    title: dataset.title,
    id: dataset.id,
    shown: shown.result.name,
    resource: resource.id === table.id,
    rows: rows.length,
    row: rows[0],
    info: Object.keys(info.schema).length,
    organizations: organizations.map((o) => [o.name, o.package_count]),
    organizationDatasets: organization.packages.length,
    groups: groups.length,
    groupNames: groupNames.length,
    groupDatasets: group.packages.map((p) => p.name),
    tags: tags.length,
    formats,
    found: search.datasets.map((d) => d.name),
    count: search.count,
    failures,
  }),
);
