/** What is used of WebAssembly: TypeScript describes it among the types of browsers alone. */
declare namespace WebAssembly {
  const Module: new (bytes: Uint8Array) => object
  const Instance: new (module: object) => { readonly exports: object }
  interface Memory {
    readonly buffer: ArrayBuffer
    /** @param pages - Of 65,536 bytes. @throws {RangeError} When so much is not to be had. */
    grow(pages: number): number
  }
}
