/** Offsets into a text, end exclusive. */
export type Span = readonly [start: number, end: number]

/**
 * Character F1 of predicted spans as SemEval-2021 Task 5 (Pavlopoulos et al.) counts it: for each text the F1 of the sets of
 * marked character offsets, and the mean over texts. A text without any marked character counts 1 when nothing is predicted
 * for it and 0 otherwise. Null without any text.
 */
export function spanF1(texts: readonly { predicted: readonly Span[]; marked: readonly Span[] }[]): number | null {
  if (texts.length === 0) return null
  return texts.reduce((sum, { predicted, marked }) => sum + f1(listOffsets(predicted), listOffsets(marked)), 0) / texts.length
}

function f1(predicted: ReadonlySet<number>, marked: ReadonlySet<number>): number {
  if (marked.size === 0) return predicted.size === 0 ? 1 : 0
  if (predicted.size === 0) return 0
  let shared = 0
  for (const offset of predicted) if (marked.has(offset)) shared += 1
  return (2 * shared) / (predicted.size + marked.size)
}

function listOffsets(spans: readonly Span[]): Set<number> {
  const offsets = new Set<number>()
  for (const [start, end] of spans) for (let at = start; at < end; at += 1) offsets.add(at)
  return offsets
}
