/** Node has it; the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  /** A program, translated: threads can share it. */
  class Module {
    constructor(bytes: Uint8Array);
  }
}
