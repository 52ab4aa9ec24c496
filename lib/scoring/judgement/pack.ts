import { JUDGED_TARGETS, type Judgement, type JudgementPart, type TargetWeights } from './judgement'

/** What the first bytes say; the numbers follow. */
interface Header {
  format: 1
  number: number
  baseVersion: string
  logitNames: string[]
  embeddingSize: number
  known: number
  denseSize: number
  targets: { target: string; slope: number; offset: number; trust: number }[]
}

/**
 * A judgement as bytes, one block for each of its parts: the length of a JSON header (32 bits), the header padded with spaces to a multiple
 * of four, the known hashed features (32 bits each), then for each target its dense and its hashed weights (32-bit floats).
 * Little-endian, as all machines are that run Node. Those of before 2026-12 have one part.
 */
export function packJudgement({ late, ...first }: Judgement): Buffer {
  return Buffer.concat([packPart(first.number, first), ...(late === null ? [] : [packPart(first.number, late)])])
}

function packPart(number: number, { baseVersion, layout, targets }: JudgementPart): Buffer {
  const list = [...targets]
  const header: Header = {
    format: 1,
    number,
    baseVersion,
    logitNames: [...layout.logitNames],
    embeddingSize: layout.embeddingSize,
    known: layout.known.length,
    denseSize: list[0]?.[1].dense.length ?? 0,
    targets: list.map(([target, { slope, offset, trust }]) => ({ target, slope, offset, trust })),
  }
  const json = Buffer.from(JSON.stringify(header))
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, ' ')])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(padded.length)
  return Buffer.concat([
    length,
    padded,
    bytesOf(layout.known),
    ...list.flatMap(([, weights]) => [bytesOf(weights.dense), bytesOf(weights.hashed)]),
  ])
}

/** The judgement in the bytes. @throws Error when they are not whole, or of another format */
export function unpackJudgement(bytes: Uint8Array): Judgement {
  // A copy of its own begins at a multiple of four, as the typed arrays over it must.
  const { buffer } = Uint8Array.from(bytes)
  const { number, part, end } = unpackPart(buffer, 0)
  const late = end === buffer.byteLength ? null : unpackPart(buffer, end)
  if (late !== null && late.end !== buffer.byteLength) throw new Error(NOT_WHOLE)
  return { number, ...part, late: late?.part ?? null }
}

const NOT_WHOLE = 'The stored judgement is not whole.'

function unpackPart(buffer: ArrayBuffer, from: number): { number: number; part: JudgementPart; end: number } {
  const header = readHeader(buffer, from)
  let at = header.end
  const end = at + 4 * (header.known + header.targets.length * (header.denseSize + header.known))
  if (header.format !== 1 || end > buffer.byteLength) throw new Error(NOT_WHOLE)
  const known = new Uint32Array(buffer, at, header.known)
  at += known.byteLength
  const targets: [(typeof JUDGED_TARGETS)[number], TargetWeights][] = []
  for (const { target, slope, offset, trust } of header.targets) {
    const dense = new Float32Array(buffer, at, header.denseSize)
    const hashed = new Float32Array(buffer, at + dense.byteLength, header.known)
    at += dense.byteLength + hashed.byteLength
    const name = JUDGED_TARGETS.find((one) => one === target)
    if (name !== undefined) targets.push([name, { dense, hashed, slope, offset, trust }])
  }
  const { number, baseVersion, logitNames, embeddingSize } = header
  return { number, part: { baseVersion, layout: { logitNames, embeddingSize, known }, targets: new Map(targets) }, end }
}

/** @throws Error when it is cut off */
function readHeader(buffer: ArrayBuffer, from: number): Header & { end: number } {
  const length = from + 4 > buffer.byteLength ? Infinity : new DataView(buffer).getUint32(from, true)
  if (from + 4 + length > buffer.byteLength) throw new Error(NOT_WHOLE)
  const header = JSON.parse(Buffer.from(buffer, from + 4, length).toString()) as Header
  return { ...header, end: from + 4 + length }
}

function bytesOf(values: Uint32Array | Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength)
}
