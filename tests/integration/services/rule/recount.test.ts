import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RuleFigures, RuleResource } from '@/lib/contracts/rule'
import { getDb } from '@/lib/db/connection'
import type { Finding } from '@/lib/domain/policy'
import type { RuleOutcome } from '@/lib/domain/rules/rule'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { listAppeals } from '@/lib/services/appeal/list'
import { undoDecision } from '@/lib/services/decision/undo'
import { changeRule } from '@/lib/services/rule/change'
import { readRuleFigures } from '@/lib/services/rule/figures'
import { removeRule } from '@/lib/services/rule/remove'
import { tryRule } from '@/lib/services/rule/try'
import { makeArticle } from '@/tests/factories/article'
import { Clock, Day, refuse, step } from '@/tests/factories/day'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'

/** `HISTORIES=500` for the longer check. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 10)
const DAY_MS = 86_400_000

const CONDITIONS = ['idiot', 'gold', 'tram', '-council', 'is:edited', 'is:reply'] as const
const OUTCOMES = ['hold', 'publish', 'reject'] as const
const happening = fc.oneof(
  { weight: 8, arbitrary: step },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('appeal' as const), id: fc.nat(7) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('grant' as const), outcome: fc.constantFrom('granted' as const, 'upheld' as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('overrule' as const), back: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), rule: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('turn' as const), rule: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('reword' as const), rule: fc.nat(3), condition: fc.nat(5), outcome: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read' as const) }) },
)

/** One text for which a rule spoke, as the rows told after each step. */
interface Told {
  did: RuleOutcome | 'passed_over'
  at: number
  made: 'kept' | 'marked' | 'rejected' | 'undone' | null
}

it('every figure of a rule equals a recount of the rows, whatever comes in and whatever people do', async () => {
  const start = fc.array(fc.record({ condition: fc.nat(5), outcome: fc.nat(2) }), { minLength: 3, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(start, fc.array(happening, { minLength: 10, maxLength: 60 }), async (wanted, happenings) => {
      const clock = new Clock()
      const site = await makeSite(clock.now)
      const [admin, mo] = [await site.as('admin', 'Lea'), await site.as('moderator', 'Mo')]
      for (const externalId of ['a', 'b', 'c']) await makeArticle(site, { externalId })
      const rules: RuleResource[] = []
      for (const [at, { condition, outcome }] of wanted.entries()) rules.push(await makeRule(admin, said(`r${at}`, condition, outcome)))
      const day = new Day(site, mo, admin, clock)
      const witness = new Witness(site, clock, rules)
      for (const one of happenings) {
        clock.pass(1 / 60_000)
        await take(one).catch(refuse)
        await witness.look()
      }
      expect(await readRuleFigures(admin)).toEqual(rules.map(({ id }) => witness.recount(id)))
      // What is gone is told of no more, and takes nothing along that others did.
      await removeRule(admin, rules[0]?.id ?? '')
      expect(await readRuleFigures(admin)).toEqual(rules.slice(1).map(({ id }) => witness.recount(id)))

      async function take(one: (typeof happenings)[number]): Promise<void> {
        if (one.do === 'days') clock.pass(one.days * 1440)
        else if (one.do === 'appeal') await addAppeal(site.asKey('ingest'), `c${one.id}`, { statement: 'I was quoting the mayor.' })
        else if (one.do === 'grant') {
          const [open] = (await listAppeals(mo, {})).appeals
          if (open) await answerAppeal(mo, open.id, { version: open.row.version, outcome: one.outcome })
        } else if (one.do === 'overrule') await undoDecision(admin, await findDecision(site.id, one.back))
        else if (one.do === 'read') await readRuleFigures(admin)
        else if (one.do === 'rename' || one.do === 'turn' || one.do === 'reword') {
          const rule = rules[one.rule % rules.length]
          if (rule) Object.assign(rule, await changeOne(rule, one))
        } else await day.take(one)
      }

      async function changeOne(rule: RuleResource, one: { do: string; condition?: number; outcome?: number }): Promise<RuleResource> {
        const change = (patch: Parameters<typeof changeRule>[1]['patch']) => changeRule(admin, { id: rule.id, patch })
        if (one.do === 'rename') return change({ name: `${rule.name}x` })
        if (one.do === 'turn') return change({ isOn: !rule.isOn })
        const { condition, outcome, reason } = said('', one.condition ?? 0, one.outcome ?? 0)
        await change({ condition, outcome, reason })
        if (outcome !== 'hold') await tryRule(admin, { id: rule.id, input: {} })
        return change({ isOn: true })
      }
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  )
})

function said(name: string, condition: number, outcome: number) {
  const then = OUTCOMES[outcome] ?? 'hold'
  return { name, condition: CONDITIONS[condition] ?? 'idiot', outcome: then, reason: then === 'reject' ? ('spam' as const) : null }
}

interface CommentRow {
  id: string
  revision: number
  status: string
  isReviewed: boolean
  isMarked: boolean
  findings: Finding[]
}

/** Looks at the comments after each step, and remembers of each text what rules said as it came and how it stood at last. */
class Witness {
  readonly #texts = new Map<string, Map<string, Told>>()
  constructor(
    private readonly site: TestSite,
    private readonly clock: Clock,
    private readonly rules: readonly RuleResource[],
  ) {}

  async look(): Promise<void> {
    const rows = await getDb().query<CommentRow>(
      `SELECT id, revision, status, reviewed_at IS NOT NULL AS "isReviewed", marked_off_topic OR marked_uncivil IS NOT NULL AS "isMarked", findings
       FROM comment WHERE site_id = $1`,
      [this.site.id],
    )
    for (const row of rows) {
      const key = `${row.id} ${row.revision}`
      const told = this.#texts.get(key) ?? this.#begin(row)
      this.#texts.set(key, told)
      if (row.status !== 'removed') for (const one of told.values()) one.made = madeOf(row, one.did)
    }
  }

  #begin({ status, findings }: CommentRow): Map<string, Told> {
    const spoke = findings.filter(({ phase }) => phase === 'rule').map(({ why }) => this.rules.find(({ name }) => why === `Rule “${name}”`))
    return new Map(
      spoke.flatMap((rule, place): [string, Told][] => {
        if (!rule) return []
        const first = findings.find(({ phase }) => phase === 'rule')?.outcome as RuleOutcome
        const isDone = place === 0 && { hold: 'pending', publish: 'published', reject: 'rejected' }[first] === status
        return [[rule.id, { did: isDone ? first : 'passed_over', at: this.clock.now().getTime(), made: null }]]
      }),
    )
  }

  recount(id: string): RuleFigures {
    const now = this.clock.now().getTime()
    const since = { today: Date.parse(this.clock.now().toISOString().slice(0, 10)), week: now - 7 * DAY_MS, month: now - 30 * DAY_MS }
    const all = [...this.#texts.values()].flatMap((told) => told.get(id) ?? [])
    const count = (is: (one: Told) => boolean) => ({
      today: all.filter((one) => one.at >= since.today && is(one)).length,
      week: all.filter((one) => one.at >= since.week && is(one)).length,
      month: all.filter((one) => one.at >= since.month && is(one)).length,
    })
    const isSame = ({ did, made }: Told) =>
      (did === 'publish' && made === 'kept') ||
      (did === 'reject' && made === 'rejected') ||
      (did === 'hold' && (made === 'marked' || made === 'rejected'))
    const same = count((one) => one.did !== 'passed_over' && isSame(one))
    const otherwise = count((one) => one.did !== 'passed_over' && one.made !== null && !isSame(one))
    return {
      id,
      did: (['publish', 'hold', 'reject', 'passed_over'] as const).map((outcome) => ({ outcome, ...count(({ did }) => did === outcome) })),
      same,
      otherwise,
      unseen: count(({ did, made }) => did !== 'passed_over' && made === null),
      checks: { wrong: 0, of: 0, unsure: 0, waiting: 0, share: null },
      share:
        same.month + otherwise.month < 10
          ? null
          : (expect.objectContaining({ value: otherwise.month / (same.month + otherwise.month) }) as never),
    }
  }
}

function madeOf({ status, isReviewed, isMarked }: CommentRow, did: Told['did']): Told['made'] {
  if (isReviewed) return status === 'rejected' ? 'rejected' : isMarked ? 'marked' : 'kept'
  return did === 'reject' && status !== 'rejected' ? 'undone' : null
}

/** The last decision but so many. */
async function findDecision(siteId: string, back: number): Promise<string> {
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE site_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2', [
    siteId,
    back,
  ])
  return row?.id ?? ''
}
