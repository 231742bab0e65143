/** What wasm-bindgen exports of the program's memory; the names are those of the pinned version. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Takes bytes, aligned. */
  readonly __wbindgen_export: (size: number, align: number) => number;
  /** Gives them back. */
  readonly __wbindgen_export4: (place: number, size: number, align: number) => void;
}

/** More than a few long reports take. It costs nothing until it is written to. */
const ROOM = 256 * 2 ** 20;
/** Behind the room stand a few marks of who shares memory out. */
const TAIL = 2 ** 20;

/**
 * Typst keeps all it has ever worked out: ten megabytes a report, and WebAssembly gives no memory back. This keeps what
 * its memory holds when it is ready, with room set aside, and writes it back when asked: the program is as at its
 * start, and the room is free again.
 * @param program what runs, at rest
 * @returns writes the start back; only between two documents
 */
export function keepStart(program: Exports): () => void {
  program.__wbindgen_export4(program.__wbindgen_export(ROOM, 8), ROOM, 8);
  const whole = new Uint8Array(program.memory.buffer);
  const tail = whole.slice(-TAIL);
  const start = whole.slice(0, lastUsed(whole.subarray(0, -TAIL)));
  const tailPlace = whole.length - TAIL;
  return () => {
    const now = new Uint8Array(program.memory.buffer);
    now.set(start);
    now.set(tail, tailPlace);
  };
}

/** What Typst takes for each byte of a long table, measured. */
const FOR_A_BYTE = 700;
/** WebAssembly has 4 GB at most; what is there is never given back. */
const MOST = 2500 * 2 ** 20;

/**
 * Makes room at once for a document that takes more than is set aside. Bit by bit, V8 would collect its garbage some
 * thousand times meanwhile, and take as long for that as Typst for a table of 10 000 rows.
 * @param program what runs, at rest
 * @param bytes the length of the document's data
 */
export function makeRoom(program: Exports, bytes: number): void {
  const size = bytes * FOR_A_BYTE;
  if (size <= ROOM || program.memory.buffer.byteLength + size > MOST) return;
  program.__wbindgen_export4(program.__wbindgen_export(size, 8), size, 8);
}

/** The end of the last page that holds anything. */
function lastUsed(bytes: Uint8Array): number {
  const words = new BigUint64Array(bytes.buffer, bytes.byteOffset, bytes.length >> 3);
  let last = words.length - 1;
  while (last > 0 && words[last] === 0n) last -= 1;
  return (last + 1) * 8;
}
