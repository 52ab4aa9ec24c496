import type { ArticlePage, FeatureCandidate } from '@/lib/contracts/article-page'
import type { StandingWords } from '@/lib/contracts/derailment'
import { searchSpellings } from '@/lib/domain/search/spellings'
import { getDb } from '@/lib/db/connection'
import { knowWord } from '@/lib/scoring/text/known-words'
import { listFacts, thousandths, type Fact } from './recounted-facts'
import { isPublic, isWaiting, quantile } from './recounted-page'

/**
 * What stands beside the figures of a page, counted from the rows by what is written of it: what is usual in the section, the
 * comments to feature and the words that stand out. Of ours only the stem of a word is taken: that is what the words are.
 */
export async function recountBeside(siteId: string, articleId: string) {
  return {
    usual: await recountUsual(siteId, articleId),
    candidates: chooseCandidates(await listFacts(siteId, articleId)),
    words: await recountWords(siteId, articleId),
  }
}

/** What a page and its words say, in the shape of `recountBeside`. */
export function readBeside({ usual, candidates }: ArticlePage, words: StandingWords): Awaited<ReturnType<typeof recountBeside>> {
  return {
    usual: usual && roundAll(usual),
    candidates: candidates.map(({ id, version, commenterName, replies, score, reasons }) => {
      return { id, version, commenterName, replies, score: Math.round(100 * score), reasons }
    }),
    words: { ...words, words: words.words.map(roundAll) },
  }
}

/** Sums of fractions differ in their last bits by the order of what is summed. */
function roundAll<Figures extends object>(figures: Figures): Figures {
  const round = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(6)) : value)
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)])) as Figures
}

const NEWEST_OF_SECTION = `
  SELECT a.id, a.section FROM article a JOIN article mine ON mine.site_id = $1 AND mine.id = $2
  WHERE a.site_id = $1 AND a.section IS NOT DISTINCT FROM mine.section ORDER BY a.created_at DESC, a.id DESC LIMIT 200`

/** Medians over the articles of the section that have comments, shares of marks over those where somebody has looked; of fewer than three nothing is said to be usual. */
async function recountUsual(siteId: string, articleId: string): Promise<ArticlePage['usual']> {
  const articles = await getDb().query<{ id: string; section: string | null }>(NEWEST_OF_SECTION, [siteId, articleId])
  const all = await Promise.all(articles.map(({ id }) => listFacts(siteId, id)))
  const talks = all.map((facts) => facts.filter(({ status }) => status !== 'removed')).filter((facts) => facts.length > 0)
  if (talks.length < 3) return null
  const median = (of: (facts: readonly Fact[]) => number) => quantile(talks.map(of), 0.5) ?? Number.NaN
  const judged = talks.filter((facts) => facts.some((one) => one.isReviewed || one.offTopic || one.kind !== null))
  const share = (holds: (one: Fact) => boolean) =>
    quantile(
      judged.map((facts) => facts.filter(holds).length / facts.length),
      0.5,
    )
  const wait = (part: number) => {
    const usual = quantile(
      talks.flatMap((facts) => {
        const own = facts.flatMap((one) => one.wait ?? [])
        return quantile(own, part) ?? []
      }),
      0.5,
    )
    return usual === null ? null : usual / 1000
  }
  return roundAll({
    section: articles[0]?.section ?? null,
    articles: talks.length,
    comments: median((facts) => facts.length),
    voices: median((facts) => new Set(facts.flatMap(({ voice }) => voice ?? [])).size),
    waiting: median((facts) => facts.filter(isWaiting).length),
    offTopicShare: share(({ offTopic }) => offTopic),
    uncivilShare: share(({ kind }) => kind !== null),
    civility: median((facts) => 1 - facts.reduce((sum, one) => sum + thousandths(one.incivility), 0) / 1000 / facts.length),
    medianWaitSeconds: wait(0.5),
    p90WaitSeconds: wait(0.9),
  })
}

/** So many are weighed with their replies; in a test no discussion has more. */
const MOST_WEIGHED = 48

type Reason = FeatureCandidate['reasons'][number]

/** By the rule of domain/featuring.ts, in hundredths: the best eight, of the same text the best one. No texts here are alike and not the same. */
function chooseCandidates(facts: readonly Fact[]) {
  const worthy = facts.filter(
    (one) =>
      isPublic(one) &&
      !one.isFeatured &&
      !one.offTopic &&
      one.kind === null &&
      one.openReports === 0 &&
      one.incivility < 0.3 &&
      (one.distance ?? 0) < 0.5 &&
      one.body.length >= 100 &&
      countWritten(one) >= 25,
  )
  if (worthy.length > MOST_WEIGHED) throw new Error('Too many candidates for this recount')
  const ranked = worthy
    .map((one) => {
      const replies = facts.filter(({ parent, status }) => parent === one.id && status !== 'removed')
      const civil = replies.filter((reply) => !reply.offTopic && reply.kind === null && !reply.seemsOffTopic && !reply.seemsUncivil)
      const found: [Reason, number, boolean][] = [
        ['on_topic', 28, one.distance !== null],
        ['substantial', 26, countWritten(one) <= 220],
        ['civil', 16, true],
        ['evidence', 10, /https?:\/\/|\b(1[89]|20)\d\d\b|\d\s?(%|percent|km|euro|€|\$)/i.test(one.body)],
        ['answered', 10, civil.length >= 2 && civil.length / replies.length >= 0.75],
        ['approved', 10, one.status === 'approved'],
      ]
      const held = found.filter(([, , holds]) => holds)
      const score = held.reduce((sum, [, weight]) => sum + weight, 0)
      const { id, version, name: commenterName } = one
      return {
        body: one.body,
        shown: { id, version, commenterName, replies: replies.length, score, reasons: held.map(([reason]) => reason) },
      }
    })
    .sort(({ shown: a }, { shown: b }) => b.score - a.score || b.replies - a.replies || (a.id < b.id ? -1 : 1))
  const isFirstOfText = ({ body }: { body: string }, at: number) => ranked.findIndex((other) => other.body === body) === at
  return ranked
    .filter(isFirstOfText)
    .map(({ shown }) => shown)
    .slice(0, 8)
}

const countWritten = ({ body }: Fact) => body.trim().split(/\s+/u).length

/** The latest 1,000 comments here, and the latest 50 of each of the 40 newest other articles; nothing rejected or removed. */
const TEXTS = `
  WITH others AS (SELECT id FROM article WHERE site_id = $1 AND id <> $2 ORDER BY created_at DESC, id DESC LIMIT 40),
  placed AS (
    SELECT article_id, body, row_number() OVER (PARTITION BY article_id ORDER BY coalesce(posted_at, received_at) DESC, id DESC) AS place
    FROM comment WHERE site_id = $1 AND status NOT IN ('rejected', 'removed')
  )
  SELECT body, article_id = $2 AS "isHere" FROM placed
  WHERE (article_id = $2 AND place <= 1000) OR (article_id IN (SELECT id FROM others) AND place <= 50) ORDER BY article_id = $2 DESC, place`

/** Each comment's words as written, with their stems: without accents and case. Numbers and stop words are none. */
function listStems(body: string): { word: string; stem: string }[] {
  const words = body.match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []
  const plain = (word: string) =>
    word
      .normalize('NFKD')
      .replaceAll(/\p{Mn}/gu, '')
      .toLowerCase()
      .replaceAll('ß', 'ss')
      .replaceAll('’', "'")
  return words
    .filter((word) => !/^\d+$/.test(word))
    .flatMap((word) => {
      const stem = knowWord(plain(word)).term?.text
      return stem === undefined ? [] : [{ word, stem }]
    })
}

/** The root of the log-likelihood ratio (Dunning 1993) of counts of comments: each counts a word once. */
async function recountWords(siteId: string, articleId: string): Promise<StandingWords> {
  const texts = await getDb().query<{ body: string; isHere: boolean }>(TEXTS, [siteId, articleId])
  const here = texts.filter(({ isHere }) => isHere).map(({ body }) => listStems(body))
  const elsewhere = texts.filter(({ isHere }) => !isHere).map(({ body }) => listStems(body))
  const countComments = (list: typeof here, stem: string) => list.filter((words) => words.some((one) => one.stem === stem)).length
  const total = (list: typeof here) => list.reduce((sum, words) => sum + new Set(words.map(({ stem }) => stem)).size, 0)
  const [allHere, allElsewhere] = [total(here), total(elsewhere)]
  const stems = allElsewhere === 0 ? [] : [...new Set(here.flat().map(({ stem }) => stem))]
  const standing = stems.flatMap((stem) => {
    const [a, b] = [countComments(here, stem), countComments(elsewhere, stem)]
    const expected = (allHere * (a + b)) / (allHere + allElsewhere)
    const z = Math.sqrt(2 * (a * Math.log(a / expected) + (b === 0 ? 0 : b * Math.log(b / (a + b - expected)))))
    const ratio = (a + expected) / (2 * allHere) / ((b + expected) / (allElsewhere + allHere))
    return a < 3 || a <= expected || z < 2.58 ? [] : [{ stem, here: a, ratio, z }]
  })
  return {
    words: standing
      .sort((one, other) => other.z - one.z || one.stem.localeCompare(other.stem))
      .slice(0, 18)
      .map(({ stem, ...figures }) => {
        const spellings = countSpellings(here.flat(), stem)
        return { ...roundAll({ word: spellings[0]?.[0] ?? '', ...figures }), search: searchSpellings(new Map(spellings)) }
      }),
    readHere: here.length,
    readElsewhere: elsewhere.length,
  }
}

/** What is written most often comes first, the first of equals. */
function countSpellings(words: readonly { word: string; stem: string }[], stem: string): [spelling: string, count: number][] {
  const spellings = words.filter((one) => one.stem === stem).map(({ word }) => word)
  const counts = [...new Set(spellings)].map((spelling): [string, number] => [spelling, spellings.filter((one) => one === spelling).length])
  return counts.toSorted((a, b) => b[1] - a[1])
}
