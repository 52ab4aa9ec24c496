import { AppealQuery, type AppealCase, type AppealPage } from '../../contracts/appeal'
import { parseInput } from '../../contracts/parse'
import { readOpenAppeals } from '../../db/appeal/appeal'
import { listCases, readAppealed } from '../../db/appeal/appeal-case'
import { authorize } from '../../domain/actor'
import { listAllowedOn } from '../../domain/decisions'
import type { Context } from '../context'
import { toEntry } from './entry'
import { judgeAnswerer } from './may-answer'

/** A page of appeals, each with its comment, the decision it is against and who may answer it. @throws DomainError forbidden, invalid_input */
export async function listAppeals(ctx: Context, asked: unknown): Promise<AppealPage> {
  authorize(ctx.actor, 'read')
  const { state, outcome, cursor, limit } = parseInput(AppealQuery, asked)
  const { siteId } = ctx.actor
  const [found, { open }] = await Promise.all([
    listCases(ctx.db, siteId, { state, outcome, cursor, limit: limit + 1 }),
    readOpenAppeals(ctx.db, siteId),
  ])
  const cases = found.slice(0, limit)
  const rows = await readAppealed(
    ctx.db,
    siteId,
    cases.map(({ commentId }) => commentId),
  )
  const judge = await judgeAnswerer(ctx, cases)
  const appeals = cases.flatMap((stored): AppealCase[] => {
    const row = rows.get(stored.commentId)
    return row
      ? [
          {
            ...toEntry(stored),
            decision: stored.decision,
            row: { ...row, allowed: listAllowedOn(ctx.actor, row) },
            mayAnswer: judge(stored),
          },
        ]
      : []
  })
  const nextCursor = found.length > limit ? (cases.at(-1)?.id ?? null) : null
  return { appeals, nextCursor, open, now: ctx.now().toISOString() }
}

/** How many appeals are open. @throws DomainError forbidden */
export async function countOpenAppeals(ctx: Context): Promise<number> {
  authorize(ctx.actor, 'read')
  return (await readOpenAppeals(ctx.db, ctx.actor.siteId)).open
}
