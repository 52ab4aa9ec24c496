import { beforeEach } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { DecisionAct } from '@/lib/domain/decisions'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { listAppeals } from '@/lib/services/appeal/list'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import type { Context } from '@/lib/services/context'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

interface AppealWorld {
  site: TestSite
  /** Who decides, and who answers. */
  mo: Context
  ann: Context
  /** The comment `c`, which is public. */
  made: MadeComment
}

/** What the tests of appeals share; filled before each. */
export const world = {} as AppealWorld

export const WORDS = 'I was quoting the mayor.'
export const REJECT = { kind: 'reject', reason: 'abuse' } as const

export function fillWorld(): void {
  beforeEach(async () => {
    world.site = await makeSite()
    world.mo = await world.site.as('moderator', 'Mo')
    world.ann = await world.site.as('moderator', 'Ann')
    world.made = await makeComment(world.site, { externalId: 'c', status: 'published', body: 'You lie, all of you' })
  })
}

export const decide = async (act: DecisionAct, by = world.mo) =>
  decideComment(by, world.made.id, { version: (await getCommentContext(by, world.made.id)).row.version, act })

export const appeal = (statement = WORDS, on = 'c') => addAppeal(world.site.asKey('ingest'), on, { statement })

export async function readState() {
  const { row } = await getCommentContext(world.mo, world.made.id)
  return { version: row.version, status: row.state.status, marks: row.state.marks }
}

export const listOpen = async (by = world.ann) => (await listAppeals(by, {})).appeals

export const answer = async (id: string, outcome: 'granted' | 'upheld', more: object = {}, by = world.ann) =>
  answerAppeal(by, id, { version: (await readState()).version, outcome, ...more })

/** Whether the comment itself says that an appeal is open. */
export async function isFlagged(): Promise<boolean | undefined> {
  const [row] = await getDb().query<{ yes: boolean }>('SELECT appealed_at IS NOT NULL AS yes FROM comment WHERE id = $1', [world.made.id])
  return row?.yes
}
