import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { QueueRow } from '@/lib/contracts/queue'
import type { DecisionAct } from '@/lib/domain/decisions'
import { UnreachableError } from '@/components/moderation/desk-api'
import { DecisionStore, type DecisionApi } from '@/components/moderation/decision/decision-store'
import { makeRow, MODERATOR } from '../desk-fixtures'

export const row = makeRow(1)
export const pending = makeRow(1, { state: { ...row.state, status: 'pending' } })

/** An API whose answers wait until the test gives them. */
export function makeApi(change: Partial<DecisionApi> = {}) {
  const sent: { input: Parameters<DecisionApi['decide']>[1]; answer: (version: number) => void; fail: (error: Error) => void }[] = []
  const undone: string[] = []
  const api: DecisionApi = {
    decide: (id, input) =>
      new Promise<DecisionAnswer>((resolve, reject) => {
        const answer = (version: number) =>
          resolve({
            decisionId: `decision-${version}`,
            commentId: id,
            version,
            state: { ...row.state, status: 'rejected', isReviewed: true },
            allowed: ['approve'],
          })
        sent.push({ input, answer, fail: reject })
      }),
    undo: (decisionId) => {
      undone.push(decisionId)
      return Promise.resolve({ decisionId: 'undo-1', commentId: row.id, version: 3, state: row.state, allowed: row.allowed })
    },
    load: () => Promise.reject(new UnreachableError()),
    ...change,
  }
  return { store: new DecisionStore(api, MODERATOR), sent, undone }
}

/** Until what could go on has gone on. */
export function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** The same decision for several comments. */
export const alike = (rows: readonly QueueRow[], act: DecisionAct) => rows.map((row) => ({ row, act }))
