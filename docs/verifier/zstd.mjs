// Unpacks one frame of Zstandard (RFC 8878), without dictionaries. Small rather than fast; what it gives is checked
// against a SHA-256 afterwards, so that a defect here can only raise a false alarm.

const LITERAL_LENGTHS = {
  log: 6, longest: 9,
  usual: [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
  base: [...Array(16).keys(), 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536],
  bits: [...Array(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
const MATCH_LENGTHS = {
  log: 6, longest: 9,
  usual: [1, 4, 3, 2, 2, 2, 2, 2, 2, ...Array(37).fill(1), -1, -1, -1, -1, -1, -1, -1],
  base: [...Array.from({ length: 32 }, (_, i) => i + 3), 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051,
    4099, 8195, 16387, 32771, 65539],
  bits: [...Array(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};
const OFFSETS = {
  log: 5, longest: 8,
  usual: [1, 1, 1, 1, 1, 1, 2, 2, 2, ...Array(15).fill(1), -1, -1, -1, -1, -1],
};

const highest = (n) => 31 - Math.clz32(n);

/** Reads bits from the last byte to the first, as section 4.1 has it. */
class Backward {
  constructor(bytes, from, to) {
    if (to <= from || bytes[to - 1] === 0) throw new Error("a stream of bits has no end mark");
    this.bytes = bytes;
    this.start = from * 8;
    this.at = (to - 1) * 8 + highest(bytes[to - 1]); // the bit after the next one
  }
  left() {
    return this.at - this.start;
  }
  read(count) {
    let value = 0;
    for (let i = 0; i < count; i++) {
      this.at--;
      const bit = this.at < this.start ? 0 : (this.bytes[this.at >> 3] >> (this.at & 7)) & 1;
      value = value * 2 + bit;
    }
    return value;
  }
}

/** Reads bits from the first byte on. */
class Forward {
  constructor(bytes, from) {
    this.bytes = bytes;
    this.at = from * 8;
  }
  read(count) {
    let value = 0;
    for (let i = 0; i < count; i++, this.at++) value += ((this.bytes[this.at >> 3] >> (this.at & 7)) & 1) * 2 ** i;
    return value;
  }
}

/** Section 4.1.1: how often each symbol comes, and where the description ends. */
function distribution(bytes, from, longest) {
  const bits = new Forward(bytes, from);
  const log = bits.read(4) + 5;
  if (log > longest) throw new Error("a table is too large");
  const counts = [];
  let remaining = 1 << log;
  while (remaining > 0) {
    const width = highest(remaining + 1) + 1;
    let value = bits.read(width);
    const mask = (1 << (width - 1)) - 1;
    const threshold = (1 << width) - 1 - (remaining + 1);
    if ((value & mask) < threshold) {
      bits.at--;
      value &= mask;
    } else if (value > mask) {
      value -= threshold;
    }
    const count = value - 1;
    remaining -= Math.abs(count);
    counts.push(count);
    if (count === 0) {
      let more;
      do {
        more = bits.read(2);
        for (let i = 0; i < more; i++) counts.push(0);
      } while (more === 3);
    }
    if (counts.length > 256 || bits.at > bytes.length * 8) throw new Error("a table does not end");
  }
  if (remaining < 0) throw new Error("a table is wrong");
  return { counts, log, end: Math.ceil(bits.at / 8) };
}

/** Section 4.1.1: the table of an FSE code. */
function table(counts, log) {
  const size = 1 << log;
  const symbols = new Uint16Array(size);
  const next = counts.map((count) => Math.abs(count));
  let high = size;
  counts.forEach((count, symbol) => {
    if (count === -1) symbols[--high] = symbol;
  });
  let place = 0;
  const step = (size >> 1) + (size >> 3) + 3;
  counts.forEach((count, symbol) => {
    for (let i = 0; i < count; i++) {
      symbols[place] = symbol;
      do {
        place = (place + step) & (size - 1);
      } while (place >= high);
    }
  });
  const bits = new Uint8Array(size);
  const base = new Uint16Array(size);
  for (let i = 0; i < size; i++) {
    const state = next[symbols[i]]++;
    bits[i] = log - highest(state);
    base[i] = (state << bits[i]) - size;
  }
  return { symbols, bits, base, log };
}

/** Section 4.2.1: the code of the literals, and where its description ends. */
function huffman(bytes, at) {
  const weights = [];
  const head = bytes[at++];
  let end;
  if (head >= 128) {
    for (let i = 0; i < head - 127; i++) weights.push(i % 2 === 0 ? bytes[at + (i >> 1)] >> 4 : bytes[at + (i >> 1)] & 15);
    end = at + ((head - 126) >> 1);
  } else {
    end = at + head;
    const described = distribution(bytes, at, 6);
    const code = table(described.counts, described.log);
    const bits = new Backward(bytes, described.end, end);
    const states = [bits.read(code.log), bits.read(code.log)];
    for (let turn = 0; weights.length < 256; turn ^= 1) {
      weights.push(code.symbols[states[turn]]);
      states[turn] = code.base[states[turn]] + bits.read(code.bits[states[turn]]);
      if (bits.left() < 0) {
        weights.push(code.symbols[states[turn ^ 1]]);
        break;
      }
    }
  }
  const sum = weights.reduce((total, weight) => total + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  const longest = highest(sum) + 1;
  const rest = 2 ** longest - sum;
  if (longest > 11 || 2 ** highest(rest) !== rest) throw new Error("a code of literals is wrong");
  weights.push(highest(rest) + 1);
  const symbols = new Uint8Array(2 ** longest);
  const lengths = new Uint8Array(2 ** longest);
  let place = 0;
  for (let weight = 1; weight <= longest; weight++) {
    weights.forEach((own, symbol) => {
      if (own === weight) {
        const width = 2 ** (weight - 1);
        symbols.fill(symbol, place, place + width);
        lengths.fill(longest + 1 - weight, place, place + width);
        place += width;
      }
    });
  }
  return { code: { symbols, lengths, longest }, end };
}

function stream(code, bytes, from, to, out, outFrom, outTo) {
  const bits = new Backward(bytes, from, to);
  const mask = 2 ** code.longest - 1;
  let state = bits.read(code.longest);
  for (let i = outFrom; i < outTo; i++) {
    out[i] = code.symbols[state];
    const length = code.lengths[state];
    state = ((state << length) & mask) + bits.read(length);
  }
  if (bits.left() !== -code.longest) throw new Error("a stream of literals has another length");
}

/** Section 3.1.1.3.1: the literals of a block, and where they end. */
function literals(bytes, at, frame) {
  const type = bytes[at] & 3;
  const form = (bytes[at] >> 2) & 3;
  if (type < 2) {
    const width = form === 1 ? 2 : form === 3 ? 3 : 1;
    const size = width === 1 ? bytes[at] >> 3 : new Forward(bytes, at).read(8 * width) >> 4;
    const from = at + width;
    return type === 0
      ? { bytes: bytes.subarray(from, from + size), end: from + size }
      : { bytes: new Uint8Array(size).fill(bytes[from]), end: from + 1 };
  }
  const width = [10, 10, 14, 18][form];
  const head = new Forward(bytes, at);
  head.read(4);
  const size = head.read(width);
  const packed = head.read(width);
  let from = Math.ceil(head.at / 8);
  const end = from + packed;
  if (type === 2) ({ code: frame.literals, end: from } = huffman(bytes, from));
  if (!frame.literals) throw new Error("a block repeats a code that is not there");
  const out = new Uint8Array(size);
  if (form === 0) {
    stream(frame.literals, bytes, from, end, out, 0, size);
  } else {
    const each = (size + 3) >> 2;
    let place = from + 6;
    for (let i = 0; i < 4; i++) {
      const length = i < 3 ? bytes[from + 2 * i] + 256 * bytes[from + 2 * i + 1] : end - place;
      stream(frame.literals, bytes, place, place + length, out, i * each, i < 3 ? (i + 1) * each : size);
      place += length;
    }
  }
  return { bytes: out, end };
}

/** Section 3.1.1.3.2.1: which code a part of the sequences has. */
function code(kind, name, mode, bytes, at, frame) {
  if (mode === 0) frame[name] = table(kind.usual, kind.log);
  if (mode === 1) frame[name] = { symbols: [bytes[at++]], bits: [0], base: [0], log: 0 };
  if (mode === 2) {
    const described = distribution(bytes, at, kind.longest);
    frame[name] = table(described.counts, described.log);
    at = described.end;
  }
  if (!frame[name]) throw new Error("a block repeats a code that is not there");
  return at;
}

function block(bytes, at, end, frame) {
  const found = literals(bytes, at, frame);
  at = found.end;
  let count = bytes[at++];
  if (count === 255) {
    count = bytes[at] + (bytes[at + 1] << 8) + 0x7f00;
    at += 2;
  } else if (count >= 128) {
    count = ((count - 128) << 8) + bytes[at++];
  }
  let used = 0;
  if (count > 0) {
    const modes = bytes[at++];
    at = code(LITERAL_LENGTHS, "literalLengths", modes >> 6, bytes, at, frame);
    at = code(OFFSETS, "offsets", (modes >> 4) & 3, bytes, at, frame);
    at = code(MATCH_LENGTHS, "matchLengths", (modes >> 2) & 3, bytes, at, frame);
    const { literalLengths: ll, offsets: of, matchLengths: ml } = frame;
    const bits = new Backward(bytes, at, end);
    let [l, o, m] = [bits.read(ll.log), bits.read(of.log), bits.read(ml.log)];
    for (let i = 0; i < count; i++) {
      const width = of.symbols[o];
      const value = 2 ** width + bits.read(width);
      const ms = ml.symbols[m];
      const length = MATCH_LENGTHS.base[ms] + bits.read(MATCH_LENGTHS.bits[ms]);
      const ls = ll.symbols[l];
      const before = LITERAL_LENGTHS.base[ls] + bits.read(LITERAL_LENGTHS.bits[ls]);
      frame.copy(found.bytes, used, before);
      used += before;
      frame.repeat(distance(value, before, frame.recent), length);
      if (i + 1 < count) {
        l = ll.base[l] + bits.read(ll.bits[l]);
        m = ml.base[m] + bits.read(ml.bits[m]);
        o = of.base[o] + bits.read(of.bits[o]);
      }
    }
    if (bits.left() !== 0) throw new Error("the sequences of a block have another length");
  }
  frame.copy(found.bytes, used, found.bytes.length - used);
}

/** Section 3.1.1.5: three distances are remembered. */
function distance(value, before, recent) {
  if (value > 3) {
    recent.unshift(value - 3);
    recent.pop();
    return recent[0];
  }
  const which = value - 1 + (before === 0 ? 1 : 0);
  const found = which < 3 ? recent[which] : recent[0] - 1;
  if (which > 0) {
    recent.splice(Math.min(which, 2), 1);
    recent.unshift(found);
  }
  return found;
}

/** What one frame holds, which must be exactly that many bytes. */
export function unpack(bytes, length) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== 0xfd2fb528) throw new Error("it is no frame");
  const out = new Uint8Array(length);
  let filled = 0;
  const room = (count) => {
    if (count < 0 || filled + count > length) throw new Error("it holds more than it should");
  };
  const frame = {
    recent: [1, 4, 8],
    copy(from, start, count) {
      room(count);
      if (start + count > from.length) throw new Error("a block lacks literals");
      out.set(from.subarray(start, start + count), filled);
      filled += count;
    },
    repeat(distance, count) {
      room(count);
      if (distance < 1 || distance > filled) throw new Error("a match reaches before the beginning");
      for (let i = 0; i < count; i++, filled++) out[filled] = out[filled - distance];
    },
  };
  const descriptor = bytes[4];
  const single = (descriptor >> 5) & 1;
  const sizes = [single, 2, 4, 8][descriptor >> 6];
  let at = 5 + (single ? 0 : 1) + [0, 1, 2, 4][descriptor & 3] + sizes;
  for (let last = 0; !last; ) {
    const head = bytes[at] + (bytes[at + 1] << 8) + (bytes[at + 2] << 16);
    last = head & 1;
    const type = (head >> 1) & 3;
    const size = head >> 3;
    at += 3;
    if (Number.isNaN(head) || at + (type === 1 ? 1 : size) > bytes.length) throw new Error("a block is cut");
    if (type === 0) frame.copy(bytes, at, size);
    else if (type === 1) frame.copy(new Uint8Array(size).fill(bytes[at]), 0, size);
    else if (type === 2) block(bytes, at, at + size, frame);
    else throw new Error("a block is of no known kind");
    at += type === 1 ? 1 : size;
  }
  if (filled !== length) throw new Error("it holds less than it should");
  return out;
}
