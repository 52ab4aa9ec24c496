import type { DecidedText } from './decided-text'
import type { DesignMatrix } from './fit-logistic'
import { denseSize, describeDensely, findSlots, sparseValue, type FeatureLayout } from './judgement'

/** A word that stands in fewer texts teaches nothing about others. */
const LEAST_TEXTS = 2
/** Of more words than this, the most frequent are kept: a place must fit into 16 bits. */
const MOST_KNOWN = 60_000
/** Texts that are described between two pauses: about four milliseconds. */
const AT_ONCE = 100

/** The features that occur in these texts. All of them are to be read by one version of the base. */
export function chooseLayout(decided: readonly DecidedText[]): FeatureLayout {
  const names = new Set<string>()
  const texts = new Map<number, number>()
  let embeddingSize = 0
  for (const { text } of decided) {
    for (const name of Object.keys(text.reading.logits)) names.add(name)
    for (const index of text.reading.hashed) texts.set(index, (texts.get(index) ?? 0) + 1)
    embeddingSize = Math.max(embeddingSize, text.reading.embedding.length)
  }
  const known = [...texts].filter(([, count]) => count >= LEAST_TEXTS).sort(([a, countA], [b, countB]) => countB - countA || a - b)
  const indexes = known.slice(0, MOST_KNOWN).map(([index]) => index)
  return { logitNames: [...names].sort(), embeddingSize, known: Uint32Array.from(indexes).sort() }
}

/** One row for each text, and the share of the texts that each known feature stands in. */
export async function buildMatrix(
  decided: readonly DecidedText[],
  layout: FeatureLayout,
  pause: () => Promise<void>,
): Promise<{ matrix: DesignMatrix; frequencies: Float32Array }> {
  const width = denseSize(layout)
  const dense = new Float32Array(decided.length * width)
  const starts = new Uint32Array(decided.length + 1)
  const sparse = new Float32Array(decided.length)
  const frequencies = new Float32Array(layout.known.length)
  const slots: number[] = []
  for (const [row, { text }] of decided.entries()) {
    if (row % AT_ONCE === 0) await pause()
    dense.set(describeDensely(text, layout), row * width)
    const found = findSlots(text.reading.hashed, layout.known)
    for (const slot of found) {
      slots.push(slot)
      frequencies[slot] = (frequencies[slot] ?? 0) + 1 / decided.length
    }
    starts[row + 1] = slots.length
    sparse[row] = sparseValue(found.length)
  }
  const matrix = {
    rows: decided.length,
    denseSize: width,
    dense,
    sparseSize: layout.known.length,
    starts,
    slots: Uint32Array.from(slots),
    sparseValue: sparse,
  }
  return { matrix, frequencies }
}
