import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { namePeriod } from '@/lib/domain/reporting-period'
import { countTransparency } from '@/lib/services/transparency/read'
import { makeCrowd } from '@/tests/factories/crowd'
import { recordStatements, type RecordedStatement } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite

beforeAll(async () => {
  site = await makeSite()
  await makeCrowd(site.id, 20_000)
  await getDb().query('ANALYZE comment')
})

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: PlanNode[]
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)]

/** The plan of a statement as it is made under the settings that went before it. */
async function explainUnder(settings: readonly string[], { text, values }: RecordedStatement, mode: string): Promise<PlanNode[]> {
  return getDb().transaction(async (open) => {
    for (const setting of [...settings, `SET LOCAL plan_cache_mode = force_${mode}_plan`]) await open.query(setting)
    const [row] = await open.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values)
    return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => flatten(Plan))
  })
}

it.each(['custom', 'generic'])(
  'a report reads no table from end to end, and of the comments those of its period: %s plans',
  async (mode) => {
    const reader = await site.as('editor')
    const db = recordStatements(getDb())
    for (const name of ['2026-03', '2026']) await countTransparency({ ...reader, db }, namePeriod(name) ?? { name: null, from: '', to: '' })
    const tables = ['comment', 'decision', 'report', 'appeal', 'second_look']
    let settings: string[] = []
    const read = new Set<string>()
    for (const statement of db.statements) {
      if (/^SET /.test(statement.text)) settings = /^SET TRANSACTION/.test(statement.text) ? [] : [...settings, statement.text]
      else if (statement.values.length === 3) {
        const nodes = await explainUnder(settings, statement, mode)
        expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && tables.includes(node['Relation Name'] ?? ''))).toEqual([])
        for (const node of nodes) if (node['Index Name']) read.add(`${node['Node Type']} ${node['Index Name']}`)
      }
    }
    expect(read).toContain('Index Scan comment_queue_newest')
    expect(read).toContain('Index Scan decision_site_id_article_id_decided_at_idx')
    expect([...read].filter((one) => one.startsWith('Bitmap') && one.includes('comment_'))).toEqual([])
  },
)
