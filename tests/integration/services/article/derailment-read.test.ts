import { describe, expect, it } from 'vitest'
import { demoArticles } from '@/prisma/demo/articles'
import type { DemoComment } from '@/prisma/demo/types'
import { getDb } from '@/lib/db/connection'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { putArticle } from '@/lib/services/article/put'
import { readDerailment } from '@/lib/services/article/derailment'
import { readDriftMap } from '@/lib/services/article/drift'
import { getArticlePage } from '@/lib/services/article/page'
import { ingestComments } from '@/lib/services/comment/ingest'
import { createContext } from '@/lib/services/create-context'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { chance } from '@/tests/factories/chance'
import { makeSite } from '@/tests/factories/site'
import { ASIDES, INSULTS } from '@/tests/factories/stray-texts'

const LENGTH = 120
const TURNED = 60

/** What readers of a demo article had to say of it, in the order in which they wrote. */
function listOnTopic(comments: readonly DemoComment[]): string[] {
  const walk = (list: readonly DemoComment[]): DemoComment[] => list.flatMap((one) => [one, ...walk(one.replies ?? [])])
  return walk(comments)
    .filter(
      ({ key, decision }) => (decision === undefined || decision.kind === 'approve') && !/^(airport|shouting|passing|names-09)/.test(key),
    )
    .map(({ text }) => text)
}

/** Brings in a thread of LENGTH comments, from TURNED on of `strays` where there are any, and says at which comment it is said to have turned. */
async function tell(slug: string, strays: readonly string[], seed: number): Promise<number | null> {
  const article = demoArticles.find((one) => one.slug === slug)
  if (!article) throw new Error(`There is no demo article ${slug}.`)
  const site = await makeSite()
  const system = createContext({ kind: 'system', name: 'test', siteId: site.id })
  for (const word of DEFAULT_WATCHED_WORDS) await addWatchedWord(system, word)
  const { title, standfirst, section, body, language } = article
  await putArticle(system, slug, { title, standfirst, section, body, language })
  const onTopic = listOnTopic(article.comments)
  const next = chance(seed)
  const comments = Array.from({ length: LENGTH }, (_, place) => {
    const isStray = strays.length > 0 && place >= TURNED
    const answered = place - 1 - Math.floor(next() * 6)
    const isReply = next() < 0.6 && answered >= (isStray ? TURNED : 0)
    return {
      externalId: `c${place}`,
      articleExternalId: slug,
      parentExternalId: isReply ? `c${answered}` : null,
      author: { externalId: `p${Math.floor(next() * 30)}`, name: 'A reader' },
      body: isStray ? strays[Math.floor(next() * strays.length)] : onTopic[place % onTopic.length],
      postedAt: new Date(Date.UTC(2026, 2, 9, 8, 4 * place)).toISOString(),
      revision: 1,
    }
  })
  await ingestComments(system, comments)
  const [stored] = await getDb().query<{ id: string }>('SELECT id FROM article WHERE site_id = $1', [site.id])
  const ctx = await site.as('editor')
  const [page, map] = await Promise.all([getArticlePage(ctx, stored?.id ?? ''), readDriftMap(ctx, stored?.id ?? '')])
  const derailment = await readDerailment(ctx, stored?.id ?? '', page.hours, map)
  return derailment && map.nodes.findIndex(({ id }) => id === derailment.comment?.id)
}

const SLUGS = ['night-tram', 'harbour-bridge', 'school-phones']

/** Texts as people write them, judged by the scorers that ship, with nobody having marked anything. */
describe('readers of a demo article', () => {
  it.each(SLUGS)(
    '%s, who insult each other from comment 60 of 120 on, with asides or without, are found out within 5 comments',
    async (slug) => {
      for (const strays of [INSULTS, [...INSULTS, ...ASIDES]]) {
        for (const seed of [1, 2]) expect(Math.abs(((await tell(slug, strays, seed)) ?? Infinity) - TURNED)).toBeLessThanOrEqual(5)
      }
    },
  )

  it('who only talk of something else are, in five threads of six or more: of most of their comments nothing can be told singly', async () => {
    const found: (number | null)[] = []
    for (const slug of SLUGS) for (const seed of [1, 2]) found.push(await tell(slug, ASIDES, seed))
    expect(found.filter((place) => place !== null && Math.abs(place - TURNED) <= 5).length).toBeGreaterThanOrEqual(5)
  })

  it.each(SLUGS)('%s, who keep to it, are not', async (slug) => {
    for (const seed of [1, 2]) expect(await tell(slug, [], seed)).toBeNull()
  })
})
