// An independent verifier: written from docs/checkpoint.md alone, with nothing but Node.js 18.
//
//   node verify.mjs --checkpoint FILE --ledger ledger.jsonl [--key public.pem] [--blobs DIRECTORY]
//
// Says what is wrong and ends with 1, or that the ledger still begins with what the checkpoint states and ends with 0.
// With "--batch" it reads lines "CHECKPOINT<tab>LEDGER<tab>BLOBS" and answers each with a line of JSON, its findings.

import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { crc32 } from "./crc32.mjs";
import { unpack } from "./zstd.mjs";

const sha256 = (...pieces) => pieces.reduce((hash, piece) => hash.update(piece), createHash("sha256")).digest("hex");

/** The 32 bytes of a key that was given as PEM or as base64. */
function keyOf(text) {
  const inner = text.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, "").replace(/\s/g, "");
  return Buffer.from(inner, "base64").subarray(-32).toString("base64");
}

/** A checkpoint's parts, and what is wrong with it. */
function readCheckpoint(text, trusted) {
  const shape =
    /^machinami-checkpoint 1\nbase: (.+)\nsequence: (\d+)\nhash: ([0-9a-f]{64})\ntime: (\S+)\nkey: ed25519 (\S+)\nsignature: (\S+)\n$/;
  const found = shape.exec(text);
  if (!found) return { findings: ["the checkpoint is not written as one"] };
  const [, base, sequence, hash, time, key, signature] = found;
  const findings = [];
  const statement = Buffer.from(text.slice(0, text.indexOf("signature: ")));
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), Buffer.from(key, "base64")]);
  const bytes = Buffer.from(signature, "base64");
  const signed =
    bytes.toString("base64") === signature &&
    verify(null, statement, createPublicKey({ key: der, format: "der", type: "spki" }), bytes);
  if (!signed) findings.push("the signature of the checkpoint is wrong");
  if (trusted && keyOf(trusted) !== key) findings.push("the checkpoint is signed by another key than the one given");
  return { base, sequence: Number(sequence), hash, time, findings };
}

/** Walks the lines; what they name is added to the versions. */
function readLedger(bytes, checkpoint, versions) {
  const findings = [];
  let previous = sha256(Buffer.from(checkpoint.base));
  let number = 0;
  let reached = false;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    if (end < 0) break; // a line that is being written
    number++;
    const line = bytes.subarray(from, end);
    from = end + 1;
    const tail = /^,"hash":"([0-9a-f]{64})"\}$/.exec(line.subarray(-75).toString("latin1"));
    if (!tail || sha256(line.subarray(0, -75)) !== tail[1]) {
      findings.push(`line ${number} does not match its hash`);
      previous = null;
      continue;
    }
    const commit = JSON.parse(line.toString("utf8"));
    if (commit.sequence !== number) findings.push(`line ${number} says that it is commit ${commit.sequence}`);
    else if (previous && commit.previous !== previous) findings.push(`line ${number} does not follow from the line before it`);
    if (commit.sequence === checkpoint.sequence) {
      reached = true;
      if (commit.hash !== checkpoint.hash) findings.push(`line ${number} is not the line that was signed`);
    }
    previous = commit.hash;
    for (const change of commit.changes) if (change.version) versions.set(change.version, `${change.graph} of commit ${commit.sequence}`);
  }
  if (!reached && checkpoint.sequence > 0) findings.push(`the ledger lacks commit ${checkpoint.sequence}, which was signed`);
  return { findings, lines: number };
}

/** The sound blobs of the packs, and the damaged places between them. */
function readPacks(directory, findings) {
  const blobs = new Map();
  const packs = readdirSync(directory).filter((name) => /^\d{6}\.pack$/.test(name)).sort();
  packs.forEach((name, index) => {
    if (Number(name.slice(0, 6)) !== index + 1) findings.push(`a pack before ${name} is missing`);
    const bytes = readFileSync(join(directory, name));
    let sound = 0; // where the last sound record ends
    for (let at = 0; at + 48 <= bytes.length; ) {
      const record = readRecord(bytes, at);
      if (!record) {
        const next = bytes.indexOf("MBL1", at + 1, "latin1");
        at = next < 0 ? bytes.length : next;
        continue;
      }
      if (at > sound) findings.push(`${name}: ${at - sound} bytes from byte ${sound} on are damaged`);
      if (record.blob) blobs.set(record.hash, record.blob);
      else findings.push(`${name}: the record at byte ${at} does not hold what its hash says`);
      at = sound = record.end;
    }
  });
  return blobs;
}

/** The record at a place; null when there is none whose checksum is right. */
function readRecord(bytes, at) {
  if (bytes.readUInt32BE(at) !== 0x4d424c31) return null;
  const length = bytes.readUInt32BE(at + 4);
  const stored = bytes.readUInt32BE(at + 8);
  const end = at + 48 + stored;
  if (stored > length || end > bytes.length) return null;
  const checked = Buffer.concat([bytes.subarray(at + 4, at + 12), bytes.subarray(at + 16, end)]);
  if (crc32(checked) !== bytes.readUInt32BE(at + 12)) return null;
  const hash = bytes.toString("hex", at + 16, at + 48);
  const payload = bytes.subarray(at + 48, end);
  let blob = payload;
  try {
    if (stored < length) blob = Buffer.from(unpack(payload, length));
  } catch {
    blob = Buffer.alloc(0);
  }
  return { hash, end, blob: sha256(blob) === hash ? blob : null };
}

/** What a version lacks, parts of parts included. */
function missing(version, blobs, known) {
  if (known.has(version)) return known.get(version);
  const blob = blobs.get(version);
  let lacks = blob ? null : version;
  const head = blob ? blob.subarray(0, 18).toString("latin1") : "";
  if (head === "machinami-graph 2 " || head.startsWith("machinami-file 1\n")) {
    const chunks = blob.toString("latin1").startsWith("machinami-graph 2 0\n") || head.startsWith("machinami-file");
    for (const line of blob.toString("latin1").split("\n").slice(1)) {
      const part = line.slice(0, 64);
      if (part && !lacks) lacks = chunks ? (blobs.has(part) ? null : part) : missing(part, blobs, known);
    }
  }
  known.set(version, lacks);
  return lacks;
}

/** All that is wrong; none when the ledger holds what was signed. */
function findingsOf({ checkpoint, ledger, blobs, key }) {
  const stated = readCheckpoint(readFileSync(checkpoint, "utf8"), key && readFileSync(key, "utf8"));
  if (!stated.base) return { findings: stated.findings };
  const versions = new Map();
  const read = readLedger(existsSync(ledger) ? readFileSync(ledger) : Buffer.alloc(0), stated, versions);
  const findings = [...stated.findings, ...read.findings];
  if (blobs) {
    const held = readPacks(blobs, findings);
    const known = new Map();
    for (const [version, place] of versions) {
      const lacks = missing(version, held, known);
      if (lacks) findings.push(`${place}: blob ${lacks} is missing or damaged`);
    }
  }
  return { ...stated, lines: read.lines, findings };
}

const options = {};
process.argv.slice(2).forEach((word, i, all) => {
  if (word.startsWith("--")) options[word.slice(2)] = all[i + 1] ?? "";
});
if ("batch" in options) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [checkpoint, ledger, blobs] = line.split("\t");
    console.log(JSON.stringify(findingsOf({ checkpoint, ledger, blobs }).findings));
  }
} else if (options.checkpoint && options.ledger) {
  const result = findingsOf(options);
  result.findings.forEach((finding) => console.log(finding));
  if (result.findings.length === 0)
    console.log(`The ledger holds what was signed at ${result.time}: ${result.sequence} of its ${result.lines} lines, unchanged.`);
  process.exitCode = result.findings.length === 0 ? 0 : 1;
} else {
  console.error("node verify.mjs --checkpoint FILE --ledger FILE [--key FILE] [--blobs DIRECTORY]");
  process.exitCode = 2;
}
