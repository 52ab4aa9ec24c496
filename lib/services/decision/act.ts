import type { DecidedAct } from '../../db/decision/decision'
import type { DecisionAct } from '../../domain/decisions'
import type { Context } from '../context'
import { describeActor } from './actor'

/** An act in the words of the log. */
export function describeAct(ctx: Context, act: DecisionAct, note: string | undefined, batchId: string | null = null): DecidedAct {
  return {
    actor: describeActor(ctx.actor),
    kind: act.kind,
    reason: act.kind === 'reject' ? act.reason : null,
    mark: 'mark' in act ? act.mark : null,
    markKind: act.kind === 'mark' && act.mark === 'uncivil' ? act.uncivilKind : null,
    note: note?.trim() ? note : null,
    batchId,
    at: ctx.now(),
  }
}

/** Taking back, in the words of the log. */
export function describeUndo(ctx: Context, batchId: string | null = null): DecidedAct {
  return {
    actor: describeActor(ctx.actor),
    kind: 'undo',
    reason: null,
    mark: null,
    markKind: null,
    note: null,
    batchId,
    at: ctx.now(),
  }
}
