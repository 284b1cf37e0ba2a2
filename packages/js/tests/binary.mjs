// Changes a WebAssembly file so that it really fails.

const TYPE = { import: 2, memory: 5, export: 7, code: 10 };

/** The file with a function that traps as soon as it is called. */
export function trapping(bytes, name) {
  const file = new Uint8Array(bytes);
  const sections = read(file);
  const index = exported(file, sections, name) - imported(file, sections);
  let [count, at] = number(file, sections.get(TYPE.code).from);
  for (let body = 0; body < count; body += 1) {
    const [size, from] = number(file, at);
    at = from + size;
    // No locals, unreachable, and nothing up to the end.
    if (body === index) file.fill(0x01, from, at).set([0x00, 0x00], from), (file[at - 1] = 0x0b);
  }
  return file;
}

/** The file with a memory that can grow by so many pages of 64 KiB and no more. */
export function cramped(bytes, pages) {
  const file = new Uint8Array(bytes);
  const { start, from, to } = read(file).get(TYPE.memory);
  const [, at] = number(file, from);
  const [least] = number(file, at + 1);
  const body = [1, 1, ...leb(least), ...leb(least + pages)];
  return new Uint8Array([...file.subarray(0, start), TYPE.memory, ...leb(body.length), ...body, ...file.subarray(to)]);
}

function read(file) {
  const sections = new Map();
  for (let start = 8; start < file.length; ) {
    const [size, from] = number(file, start + 1);
    sections.set(file[start], { start, from, to: from + size });
    start = from + size;
  }
  return sections;
}

function exported(file, sections, wanted) {
  let [count, at] = number(file, sections.get(TYPE.export).from);
  for (; count > 0; count -= 1) {
    const [length, from] = number(file, at);
    const name = new TextDecoder().decode(file.subarray(from, from + length));
    const [index, next] = number(file, from + length + 1);
    if (name === wanted) return index;
    at = next;
  }
  throw new Error(`the file exports no '${wanted}'`);
}

/** How many functions come from outside; all imports of ours are functions. */
function imported(file, sections) {
  return number(file, sections.get(TYPE.import).from)[0];
}

function number(file, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = file[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function leb(value) {
  const rest = Math.floor(value / 128);
  return rest === 0 ? [value] : [(value % 128) + 128, ...leb(rest)];
}
