/** A sentence and where it stands in its text, in UTF-16 units, end exclusive. */
interface Sentence {
  text: string
  start: number
  end: number
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

/** A step of Intl.Segmenter costs time in proportion to the whole string it was given, so it gets a piece at a time. */
const WINDOW = 2000

/**
 * Splits a text into sentences, without white space around them and without empty ones. A line break ends a sentence;
 * a sentence longer than 2,000 units is cut, at a space where there is one. Linear in the length of the text.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const line of text.matchAll(/[^\n\r\u2028\u2029]+/g)) splitLine(text, line.index, line.index + line[0].length, sentences)
  return sentences
}

/** A sentence that reaches the end of its window begins the next one, so that windows do not cut sentences. */
function splitLine(text: string, lineStart: number, lineEnd: number, sentences: Sentence[]): void {
  let from = lineStart
  while (from < lineEnd) {
    const to = Math.min(from + WINDOW, lineEnd)
    let next = from
    for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
      const end = from + index + segment.length
      if (end === to && to < lineEnd && index > 0) break
      next = end === to && to < lineEnd ? findCut(text, from, to) : end
      addTrimmed(text, from + index, next, sentences)
    }
    from = next
  }
}

/** The last space in the second half of the window, else the window's end, never inside a surrogate pair. */
function findCut(text: string, from: number, to: number): number {
  const space = text.lastIndexOf(' ', to - 1)
  if (space > from + WINDOW / 2) return space
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(to - 1, to + 1)) ? to - 1 : to
}

function addTrimmed(text: string, start: number, end: number, sentences: Sentence[]): void {
  const piece = text.slice(start, end)
  const trimmed = piece.trim()
  if (trimmed === '') return
  const from = start + piece.length - piece.trimStart().length
  sentences.push({ text: trimmed, start: from, end: from + trimmed.length })
}
