import fc from 'fast-check'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { Values, writeConditions } from '@/lib/db/queue/comment-filter'
import { MAX_RULES, parseCondition } from '@/lib/domain/rules/rule'
import { ingestComments } from '@/lib/services/comment/ingest'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { makeArticle } from '@/tests/factories/article'
import { makeRule } from '@/tests/factories/rule'
import { makeSite } from '@/tests/factories/site'

const PIECE = fc.constantFrom(
  ...[
    'The',
    'night',
    'tram',
    'TRAMS',
    'is',
    'LATE',
    'again',
    'naïve',
    'Straße',
    'ночью',
    'ТРАМВАЙ',
    "don't",
    'well-known',
    '🙂',
    '2026',
    '3.5',
  ],
  ...[
    'https://tram.example.org/plan?x=1',
    'www.other.example',
    'HTTP://BIG.EXAMPLE',
    'see http://www.both.example,',
    '!',
    '…',
    '\n',
    'a_b',
    '<style>',
    '</b>tram',
    '&night;',
  ],
)
const BODY = fc.array(PIECE, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(' ').trim() || 'x')
const COMMENT = fc.record({
  body: BODY,
  article: fc.constantFrom('politics', 'sport', 'none'),
  author: fc.constantFrom('u', 'v', null),
  language: fc.constantFrom('en', 'EN-gb', 'de', null),
  isReply: fc.boolean(),
})
type Arrived = typeof COMMENT extends fc.Arbitrary<infer Value> ? Value : never
const COMPARED = fc.constantFrom('<', '<=', '>', '>=')
const TERM = fc.oneof(
  fc.constantFrom(
    'tram',
    'tra*',
    '"night tram"',
    '"is late"',
    'well-known',
    'tram.example.org',
    'ночью',
    'трам*',
    "don't",
    'absent',
    '3.5',
    'late is',
  ),
  fc.constantFrom(
    'section:politics',
    'section:Sport',
    'article:council',
    'article:none',
    'article:"Title of"',
    'lang:en',
    'lang:en-GB',
    'lang:de',
  ),
  fc.constantFrom('is:reply', 'is:top', 'is:edited'),
  fc.tuple(fc.constantFrom('links', 'length'), COMPARED, fc.nat(60)).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('score.civility', 'score.topic', 'capitals'), COMPARED, fc.constantFrom('0', '.1', '.25', '.5', '1'))
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('author.approved', 'author.rejected'), COMPARED, fc.nat(3)).map((parts) => parts.join('')),
)
const CONDITION = fc
  .array(fc.tuple(fc.constantFrom('', '', '-'), TERM), { minLength: 1, maxLength: 3 })
  .map((terms) => terms.map((parts) => parts.join('')).join(' '))

it('fits, as comments arrive, exactly those that the database finds by the same condition afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(COMMENT, { minLength: 1, maxLength: 20 }),
      fc.array(CONDITION, { minLength: 1, maxLength: MAX_RULES }),
      async (comments, conditions) => {
        const fitted = await findFitted(comments, conditions)
        expect(fitted).toEqual(await findFound(conditions))
      },
    ),
    {
      numRuns: 12,
      // A share is a tenth here and there, and not a little more where it was rounded.
      examples: [
        [
          [{ body: "Straße don't", article: 'politics', author: 'u', language: 'en', isReply: false }],
          ['capitals<.1', '-capitals>=.1', 'capitals>=.1'],
        ],
      ],
    },
  )
})

let siteId: string

/** Which of the comments each rule fits, by what stands with them. */
async function findFitted(comments: readonly Arrived[], conditions: readonly string[]) {
  const site = await makeSite()
  siteId = site.id
  const admin = await site.as('admin')
  await makeArticle(site, { externalId: 'politics', title: 'Title of the council', section: 'Politics' })
  await makeArticle(site, { externalId: 'sport', title: 'Title of a match', section: '"sport"' })
  await makeArticle(site, { externalId: 'none', title: 'No section', section: null })
  const write = (list: readonly object[]) => ingestComments(site.asKey('ingest'), [...list])
  // What the record of two writers is.
  await write(['u', 'u', 'v'].map((author, at) => ({ ...plain(`p${at}`, author), postedAt: `2026-01-01T00:0${at}:00Z` })))
  await getDb().query(
    `UPDATE comment SET status = CASE external_id WHEN 'p0' THEN 'approved' ELSE 'rejected' END::comment_status WHERE site_id = $1`,
    [siteId],
  )
  for (const [at, condition] of conditions.entries()) await makeRule(admin, { name: `r${at}`, condition, outcome: 'hold' })
  await write(
    comments.map(({ body, article, author, language, isReply }, at) => ({
      ...{ externalId: `c${at}`, articleExternalId: article, body, postedAt: `2026-02-01T00:00:${String(10 + at)}Z` },
      ...(author === null ? {} : { author: { externalId: author, name: author } }),
      ...(language === null ? {} : { language }),
      ...(isReply ? { parentExternalId: 'unknown' } : {}),
    })),
  )
  while ((await indexNextTexts(getDb(), 100)) > 0);
  return Promise.all(
    conditions.map(async (_condition, at) => {
      const rows = await getDb().query<{ key: string }>(
        `SELECT external_id AS key FROM comment WHERE site_id = $1 AND findings @> $2::jsonb AND external_id LIKE 'c%' ORDER BY 1`,
        [siteId, JSON.stringify([{ phase: 'rule', why: `Rule “r${at}”` }])],
      )
      return rows.map(({ key }) => key)
    }),
  )
}

const plain = (externalId: string, author: string) => ({
  externalId,
  articleExternalId: 'none',
  body: 'Plain',
  author: { externalId: author, name: author },
})

/** Which of them the database finds. */
async function findFound(conditions: readonly string[]) {
  return Promise.all(
    conditions.map(async (condition) => {
      const values = new Values(siteId)
      const filter = { siteId, queue: 'newest' as const, viewer: { id: null, isLead: false }, article: undefined, commenter: undefined }
      const { terms } = parseCondition(condition)
      const conditionsInSql = writeConditions({ ...filter, status: [], terms, now: new Date() }, values)
      const rows = await getDb().query<{ key: string }>(
        `SELECT c.external_id AS key FROM comment c WHERE ${conditionsInSql.join(' AND ')} AND c.external_id LIKE 'c%' ORDER BY 1`,
        values.list,
      )
      return rows.map(({ key }) => key)
    }),
  )
}
