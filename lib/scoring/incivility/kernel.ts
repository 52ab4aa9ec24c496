import { readWeights } from './tensor-file'

/** The inner loops of the net as WebAssembly (source: training/kernel.c). All arguments are byte addresses or counts. */
interface KernelFunctions {
  project: (x: number, matrix: number, out: number, m: number, n: number) => void
  pack: (from: number, to: number, n: number) => void
  unpack: (from: number, to: number, n: number) => void
  fetch: (rows: number, length: number, size: number) => number
  pool: (
    rows: number,
    length: number,
    offset: number,
    width: number,
    filters: number,
    bias: number,
    best: number,
    sums: number,
    room: number,
  ) => void
  spot: (
    rows: number,
    length: number,
    offset: number,
    filters: number,
    bias: number,
    weights: number,
    last: number,
    best: number,
    out: number,
    room: number,
  ) => void
}

/** What lies below is the module's own stack. */
const FIRST_FREE = 1 << 17
const PAGE = 1 << 16

/** The module with its memory, of which pieces are given out once and never taken back. */
export class Kernel {
  readonly run: KernelFunctions
  private readonly memory = new WebAssembly.Memory({ initial: FIRST_FREE / PAGE })
  private next = FIRST_FREE

  constructor() {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(readWeights('kernel.wasm'))), {
      env: { memory: this.memory },
    })
    this.run = instance.exports as unknown as KernelFunctions
  }

  /** Room for so many 32-bit numbers; its address. Views made before are stale afterwards. */
  allocate(count: number): number {
    const address = this.next
    this.next += Math.ceil((count * 4) / 16) * 16
    const missing = this.next - this.memory.buffer.byteLength
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE))
    return address
  }

  /** Writes numbers to newly given room; its address. */
  store(values: Float32Array): number {
    const address = this.allocate(values.length)
    this.floats(address, values.length).set(values)
    return address
  }

  /** Writes numbers as 16 bits of fixed point to newly given room; its address. */
  storePacked(values: Float32Array): number {
    const address = this.allocate(values.length / 2)
    this.run.pack(this.store(values), address, values.length)
    return address
  }

  floats(address: number, count: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, count)
  }

  integers(address: number, count: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, count)
  }
}
