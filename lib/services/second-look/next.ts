import { parseInput } from '../../contracts/parse'
import { NextLookQuery, type Look, type LookCount, type NextLook } from '../../contracts/second-look'
import { countWaitingLooks, findNextLook, hasLooks, type LookRow } from '../../db/second-look/look'
import { authorize } from '../../domain/actor'
import { HARSH_FROM } from '../../domain/harsh'
import type { Context } from '../context'
import { expectUser } from '../teamwork/claim'

/** As much of an article as anybody reads beside a comment, in characters; and how far up the talk goes. */
const MOST = { above: 3, articleLength: 20_000 }

/** Whether looks are drawn here, and how many wait for whoever asks. @throws DomainError forbidden */
export async function countLooks(ctx: Context): Promise<LookCount> {
  authorize(ctx.actor, 'decide')
  const { id: userId, siteId } = expectUser(ctx.actor)
  const [isOn, waiting] = await Promise.all([hasLooks(ctx.db, siteId), countWaitingLooks(ctx.db, { siteId, userId, now: ctx.now() })])
  return { isOn, waiting }
}

/**
 * The look that comes after one, in an order that everybody has of their own, and from its end again to its beginning.
 *
 * What is given is picked out field by field: nothing that tells what was decided, by whom, or what has become of the comment.
 *
 * @throws DomainError forbidden, invalid_input
 */
export async function findLook(ctx: Context, asked: unknown): Promise<NextLook> {
  const count = await countLooks(ctx)
  const { after = null } = parseInput(NextLookQuery, asked)
  const { id: userId, siteId } = expectUser(ctx.actor)
  const who = { siteId, userId, now: ctx.now() }
  const found = await findNextLook(ctx.db, who, after, MOST)
  const row = found ?? (after === null ? null : await findNextLook(ctx.db, who, null, MOST))
  return { ...count, look: row && toLook(row) }
}

function toLook({ id, body, commenterId, incivility, above, article }: LookRow): Look {
  const letters = [commenterId, ...above.map((one) => one.commenterId).reverse()].filter((one) => one !== null)
  const distinct = [...new Set(letters)]
  return {
    id,
    text: body,
    // By the machine's score alone: a mark would tell what was decided.
    isHarsh: incivility >= HARSH_FROM,
    ancestors: above.map((one) => ({
      voice: one.commenterId === null ? null : nameVoice(distinct.indexOf(one.commenterId), commenterId === null),
      text: one.text,
      isHarsh: one.incivility >= HARSH_FROM,
    })),
    article: {
      title: article.title,
      section: article.section,
      standfirst: article.standfirst,
      body: article.body,
    },
  }
}

/** A for whoever wrote the comment, then B, C, D. */
const nameVoice = (index: number, isAuthorUnknown: boolean): string => String.fromCharCode(65 + index + (isAuthorUnknown ? 1 : 0))
