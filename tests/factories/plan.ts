import pg from 'pg'
import type { Db } from '@/lib/db/connection'
import type { RecordedStatement } from './recording-db'

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: PlanNode[]
}

/** The tables a plan reads from end to end, and the indexes it enters. */
interface Reads {
  sequential: string[]
  indexes: string[]
}

/**
 * How PostgreSQL runs a statement: planned for these values (custom), and once for all (generic), as a prepared
 * statement may be after some calls.
 */
export async function explain(db: Db, statement: RecordedStatement, mode: 'custom' | 'generic'): Promise<Reads> {
  return db.transaction(async (open) => {
    await open.query(`SET LOCAL plan_cache_mode = force_${mode}_plan`)
    await open.query(`PREPARE probe AS ${statement.text}`)
    const literals = statement.values.map(toLiteral).join(', ')
    const [row] = await open.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE probe${literals === '' ? '' : `(${literals})`}`,
    )
    await open.query('DEALLOCATE probe')
    const reads: Reads = { sequential: [], indexes: [] }
    for (const { Plan } of row?.['QUERY PLAN'] ?? []) collect(Plan, reads)
    return reads
  })
}

function collect(node: PlanNode, reads: Reads): void {
  if (node['Node Type'] === 'Seq Scan' && node['Relation Name']) reads.sequential.push(node['Relation Name'])
  if (node['Index Name']) reads.indexes.push(node['Index Name'])
  for (const child of node.Plans ?? []) collect(child, reads)
}

function toLiteral(value: unknown): string {
  return value === null ? 'NULL' : pg.escapeLiteral(Array.isArray(value) ? `{${value.map(toElement).join(',')}}` : toText(value))
}

function toElement(value: unknown): string {
  return value === null ? 'NULL' : `"${toText(value).replaceAll(/[\\"]/g, '\\$&')}"`
}

function toText(value: unknown): string {
  if (value === null) return 'NULL'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`no literal for a ${typeof value}`)
}
