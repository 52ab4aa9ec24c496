import fc from 'fast-check'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { DomainError } from '@/lib/domain/errors'
import { boundsOf, namePeriod, type ReportingPeriod } from '@/lib/domain/reporting-period'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { listAppeals } from '@/lib/services/appeal/list'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { updateSiteSettings } from '@/lib/services/site/update-settings'
import { countTransparency } from '@/lib/services/transparency/read'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeArticle } from '@/tests/factories/article'
import { Clock, Day, refuse, step } from '@/tests/factories/day'
import { recountTransparency } from '@/tests/factories/recounted-transparency'
import { makeSite } from '@/tests/factories/site'

/** `HISTORIES=500` for the longer check. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 12)

const ACTS = [{ kind: 'reject', reason: 'hate' }, { kind: 'approve' }, { kind: 'mark', mark: 'off_topic' }] as const

const happening = fc.oneof(
  { weight: 6, arbitrary: step },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('judge' as const), id: fc.nat(7), act: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('appeal' as const), id: fc.nat(7) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('answer' as const), outcome: fc.constantFrom('granted' as const, 'upheld' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('overrule' as const), back: fc.nat(3) }) },
)
/** Something is there from the beginning. */
const first = fc.array(fc.record({ text: fc.nat(4), hoursAgo: fc.nat(50) }), { minLength: 8, maxLength: 8 })

const PERIODS: ReportingPeriod[] = [
  { name: null, from: '2026-03-09', to: '2026-03-09' },
  { name: null, from: '2026-03-10', to: '2026-03-12' },
  ...['2026-03', '2026-Q1'].flatMap((name) => namePeriod(name) ?? []),
]

const MILLISECOND = 1 / 60_000

it('every figure equals a recount of the rows, whatever comes in and whatever people do', async () => {
  await fc.assert(
    fc.asyncProperty(first, fc.array(happening, { minLength: 10, maxLength: 60 }), fc.boolean(), async (sent, happenings, isStrict) => {
      const clock = new Clock()
      const site = await makeSite(clock.now)
      const [admin, mo, colleague] = [await site.as('admin', 'Lea'), await site.as('moderator', 'Mo'), await site.as('moderator', 'Kim')]
      for (const externalId of ['a', 'b', 'c']) await makeArticle(site, { externalId })
      await addWatchedWord(admin, { term: 'gold', kind: null, isHeld: true })
      const { name, policy, version } = await readSiteSettings(admin)
      if (isStrict) await updateSiteSettings(admin, { name, version, policy: { ...policy, holdFirstComment: true } })
      const day = new Day(site, mo, admin, clock)
      for (const [id, one] of sent.entries()) await day.take({ do: 'send', id, under: null, ...one })
      for (const one of happenings) {
        // No two things happen at one instant.
        clock.pass(MILLISECOND)
        await take(one).catch(refuse)
      }
      for (const period of PERIODS) {
        const { figures, previous } = await countTransparency(mo, period)
        const [own, before] = await Promise.all(
          [period, previous].map((days) => recountTransparency(site.id, boundsOf(days).from, boundsOf(days).to)),
        )
        const told = figures.filter(({ section, key }) => section !== 'agreement' && key !== 'automation.on')
        const nameOf = ({ key, of }: (typeof told)[number]) => `${key} ${of}`
        expect(Object.fromEntries(told.map((one) => [nameOf(one), one.value]))).toEqual(
          Object.fromEntries(told.map((one) => [nameOf(one), own?.get(nameOf(one)) ?? (one.unit === 'count' ? 0 : null)])),
        )
        expect(Object.fromEntries(told.map((one) => [nameOf(one), one.previous]))).toEqual(
          Object.fromEntries(told.map((one) => [nameOf(one), before?.get(nameOf(one)) ?? (one.unit === 'count' ? 0 : null)])),
        )
        // Nothing was counted that is not told.
        const names = new Set(told.map(nameOf))
        expect([...(own?.keys() ?? []), ...(before?.keys() ?? [])].filter((key) => !names.has(key))).toEqual([])
        addsUp(figures)
      }

      async function take(one: (typeof happenings)[number]): Promise<void> {
        if (one.do === 'judge') {
          const { id, version } = await findComment(site.id, `c${one.id}`)
          await decideComment(colleague, id, { version, act: ACTS[one.act] ?? ACTS[0] })
        } else if (one.do === 'overrule') await undoDecision(admin, await findDecision(site.id, one.back))
        else if (one.do === 'appeal') await addAppeal(site.asKey('ingest'), `c${one.id}`, { statement: 'I was quoting the mayor.' })
        else if (one.do === 'answer') {
          const [open] = (await listAppeals(colleague, {})).appeals
          if (open) await answerAppeal(colleague, open.id, { version: open.row.version, outcome: one.outcome })
        } else await day.take(one)
      }
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  )
})

async function findComment(siteId: string, externalId: string): Promise<{ id: string; version: number }> {
  const [row] = await getDb().query<{ id: string; version: number }>(
    'SELECT id, version FROM comment WHERE site_id = $1 AND external_id = $2',
    [siteId, externalId],
  )
  if (!row) throw new DomainError('not_found', 'There is no such comment.')
  return row
}

/** The last decision but so many. */
async function findDecision(siteId: string, back: number): Promise<string> {
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE site_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2', [
    siteId,
    back,
  ])
  if (!row) throw new DomainError('not_found', 'There is no such decision.')
  return row.id
}

/** What the report says is parts of a whole comes to the whole. */
function addsUp(figures: Awaited<ReturnType<typeof countTransparency>>['figures']): void {
  const sum = (...keys: string[]) => figures.filter(({ key }) => keys.includes(key)).reduce((total, { value }) => total + (value ?? 0), 0)
  expect(sum('comments.at_once', 'comments.held', 'comments.rejected', 'comments.gone')).toBe(sum('comments.received'))
  expect(sum('decisions.approved', 'decisions.marked', 'decisions.unmarked', 'rejections.reason')).toBe(
    sum('decisions.people', 'decisions.key'),
  )
  expect(sum('rejections.reason', 'rejections.marked')).toBe(sum('decisions.rejected'))
  expect(figures.filter(({ key }) => key.startsWith('detected.')).reduce((total, { value }) => total + (value ?? 0), 0)).toBe(
    sum('decisions.rejected'),
  )
  expect(sum('marks.kind')).toBe(sum('decisions.marked'))
  expect(sum('reports.ground')).toBe(sum('reports.received'))
  expect(sum('reports.acted', 'reports.kept', 'reports.settled', 'reports.open')).toBe(sum('reports.received'))
  expect(sum('appeals.granted', 'appeals.upheld', 'appeals.lapsed', 'appeals.open')).toBe(sum('appeals.received'))
  expect(sum('automation.rejected')).toBe(0)
}
