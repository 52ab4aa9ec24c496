import { expect, it } from 'vitest'
import { nameAct } from '@/lib/domain/act-name'
import type { DecisionAct } from '@/lib/domain/decisions'

const ACTS: [act: DecisionAct, name: string][] = [
  [{ kind: 'approve' }, 'Approve'],
  [{ kind: 'reject', reason: 'off_topic' }, 'Reject (off-topic)'],
  [{ kind: 'reject', reason: 'No_source' }, 'Reject (No_source)'],
  [{ kind: 'mark', mark: 'off_topic' }, 'Mark off-topic'],
  [{ kind: 'mark', mark: 'off_topic', alsoReject: true }, 'Mark off-topic and reject'],
  [{ kind: 'mark', mark: 'uncivil', uncivilKind: 'identity_attack' }, 'Mark uncivil (identity attack)'],
  [{ kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true }, 'Mark uncivil (insult) and reject'],
  [{ kind: 'clear_mark', mark: 'off_topic' }, 'Remove the mark off-topic'],
  [{ kind: 'clear_mark', mark: 'uncivil' }, 'Remove the mark uncivil'],
]

it.each(ACTS)('%o is named in the log', (act, name) => {
  expect(nameAct(act)).toBe(name)
})
