import type { TextSpan } from '../split-text'

export interface NearParagraph {
  /** Where it begins in the article. */
  at: number
  text: string
  /** The sentences in it that were found near the comment, weighed by similarity. */
  spans: TextSpan[]
}

/** The article's paragraphs, with the given sentences found in them; a sentence that is not there word for word is left out. */
export function findNearestParagraphs(body: string, sentences: readonly { text: string; similarity: number }[]): NearParagraph[] {
  const paragraphs: NearParagraph[] = []
  for (const match of body.matchAll(/[^\n]+/g)) {
    const text = match[0].trim()
    if (text === '') continue
    const spans = sentences.flatMap(({ text: sentence, similarity }) => {
      const start = sentence === '' || similarity <= 0 ? -1 : text.indexOf(sentence)
      return start < 0 ? [] : [{ start, end: start + sentence.length, weight: similarity }]
    })
    paragraphs.push({ at: match.index, text, spans })
  }
  return paragraphs
}
