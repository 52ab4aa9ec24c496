import type { StandingWords } from '../../contracts/derailment'
import { parseId } from '../../contracts/id'
import { listLatestTexts, listTextsElsewhere } from '../../db/article/article-words'
import { authorize } from '../../domain/actor'
import { searchSpellings } from '../../domain/search/spellings'
import { findStandingWords } from '../../domain/standing-out'
import { foldWord } from '../../scoring/text/fold'
import { knowWord } from '../../scoring/text/known-words'
import { splitSpellings } from '../../scoring/text/words'
import type { Context } from '../context'

/** Texts that are read: enough for words to be certain, few enough to be counted while somebody waits. */
const HERE = 1000
const [ARTICLES, EACH] = [40, 50]
const SHOWN = 18
/** Reading takes some 50 ms of the server: within this time it is done once for an article. */
const KEPT_MS = 5 * 60_000
const MOST_KEPT = 200

interface Kept {
  words: Map<string, { at: number; words: StandingWords }>
  /** How often something was forgotten. */
  changes: number
}

// Next's bundles and the server's own entry each load this module: pages read in the one, what the other erases is to be forgotten.
const shared = globalThis as unknown as { parleyStandingWords?: Kept }
const kept = (shared.parleyStandingWords ??= { words: new Map(), changes: 0 })

/**
 * The words that stand out in the latest comments of an article, against the newest other articles of the site. A word counts once
 * for a comment, so that nobody makes one stand out by repeating it; endings, accents and case are folded (knowWord), and the spelling
 * written most often stands for them. Kept for five minutes.
 *
 * @throws DomainError forbidden; invalid_input for what is no id
 */
export async function readStandingWords(ctx: Context, id: string): Promise<StandingWords> {
  authorize(ctx.actor, 'read')
  const articleId = parseId(id, 'article')
  const key = `${ctx.actor.siteId}/${articleId}`
  const now = ctx.now().getTime()
  const known = kept.words.get(key)
  if (known && now - known.at < KEPT_MS && now >= known.at) return known.words
  const { changes } = kept
  const words = await count(ctx, articleId)
  // What was read before something was erased may be of it.
  if (changes !== kept.changes) return words
  kept.words.delete(key)
  kept.words.set(key, { at: now, words })
  if (kept.words.size > MOST_KEPT) kept.words.delete(kept.words.keys().next().value ?? '')
  return words
}

/** Forgets the words of these articles: some of their texts are here no more. */
export function forgetStandingWords(siteId: string, articleIds: readonly string[]): void {
  kept.changes += 1
  for (const articleId of articleIds) kept.words.delete(`${siteId}/${articleId}`)
}

async function count(ctx: Context, articleId: string): Promise<StandingWords> {
  const { siteId } = ctx.actor
  const [here, elsewhere] = await Promise.all([
    listLatestTexts(ctx.db, siteId, articleId, HERE),
    listTextsElsewhere(ctx.db, siteId, articleId, ARTICLES, EACH),
  ])
  const mine = countTerms(here)
  const others = countTerms(elsewhere)
  const counts = [...mine.terms].map(([word, written]) => ({ word, here: written, elsewhere: others.terms.get(word) ?? 0 }))
  const standing = findStandingWords(counts, { here: mine.total, elsewhere: others.total }, SHOWN)
  return {
    words: standing.map(({ word, here: written, ratio, z }) => {
      const spellings = mine.spellings.get(word) ?? new Map([[word, written]])
      return { word: mostWritten(spellings), here: written, ratio, z, search: searchSpellings(spellings) }
    }),
    readHere: here.length,
    readElsewhere: elsewhere.length,
  }
}

interface Terms {
  /** Comments by the term they contain. */
  terms: Map<string, number>
  total: number
  /** How often each spelling of a term was written. */
  spellings: Map<string, ReadonlyMap<string, number>>
}

function countTerms(texts: readonly string[]): Terms {
  const terms = new Map<string, number>()
  const written = new Map<string, Map<string, number>>()
  let total = 0
  for (const text of texts) {
    const seen = new Set<string>()
    for (const spelling of splitSpellings(text)) {
      const term = knowWord(foldWord(spelling)).term?.text
      if (term === undefined || /^\d+$/.test(spelling)) continue
      const spellings = written.get(term) ?? new Map<string, number>()
      spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1)
      written.set(term, spellings)
      if (seen.has(term)) continue
      seen.add(term)
      terms.set(term, (terms.get(term) ?? 0) + 1)
      total += 1
    }
  }
  return { terms, total, spellings: written }
}

function mostWritten(words: ReadonlyMap<string, number>): string {
  return [...words].reduce((best, word) => (word[1] > best[1] ? word : best), ['', 0])[0]
}
