import { cutWords } from './words'

/** A shorter word begins too many others: `art*` finds artists and articles. */
const SHORTEST_BEGINNING = 4

/**
 * The search that finds most of what a word was counted by. A search knows no endings: where one spelling is the beginning of others
 * ("tram", "trams"), it is searched for as a beginning (`tram*`); else the spelling written most often is searched for alone.
 *
 * @param spellings how often each was written
 */
export function searchSpellings(spellings: ReadonlyMap<string, number>): string {
  const counts = new Map<string, number>()
  for (const [spelling, count] of spellings) {
    // A search does not heed case.
    const word = spelling.normalize('NFC').toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + count)
  }
  const covers = [...counts].map(([word, own]) => ({ word, own, all: isBeginning(word) ? countBeginning(word, counts) : own }))
  const best = covers.reduce((first, next) => (next.all > first.all ? next : first), { word: '', own: 0, all: 0 })
  return best.all > best.own ? `${best.word}*` : best.word
}

const isBeginning = (word: string): boolean => word.length >= SHORTEST_BEGINNING && cutWords(word)[0] === word

function countBeginning(beginning: string, counts: ReadonlyMap<string, number>): number {
  return [...counts].reduce((sum, [word, count]) => (word.startsWith(beginning) ? sum + count : sum), 0)
}
