import { REJECT_REASONS, UNCIVIL_KINDS, type RejectReason, type UncivilKind } from '@/lib/domain/comment'
import type { DecisionAct } from '@/lib/domain/decisions'
import { Select } from '../ui/select'
import { REASON_WORDS, UNCIVIL_WORDS } from './words'

/** The act behind a value of the select below; null for none. */
export function readAct(value: string): DecisionAct | null {
  const alsoReject = value.endsWith('+')
  const [name, detail] = (alsoReject ? value.slice(0, -1) : value).split('.')
  if (name === 'approve') return { kind: 'approve' }
  if (name === 'reject') return { kind: 'reject', reason: detail as RejectReason }
  if (name === 'off_topic') return { kind: 'mark', mark: 'off_topic', ...(alsoReject ? { alsoReject } : {}) }
  if (name === 'uncivil')
    return { kind: 'mark', mark: 'uncivil', uncivilKind: detail as UncivilKind, ...(alsoReject ? { alsoReject } : {}) }
  return null
}

interface ActChoiceProps {
  value: string
  onChange: (value: string) => void
  /** What the first, empty choice says. */
  none: string
  'aria-label': string
  className?: string
}

/** All decisions in one select. */
export function ActChoice({ value, onChange, none, className, ...rest }: ActChoiceProps) {
  return (
    <Select {...rest} {...(className === undefined ? {} : { className })} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      <option value="approve">Approve</option>
      <option value="off_topic">Off-topic</option>
      <option value="off_topic+">Off-topic, and reject</option>
      <optgroup label="Reject because of">
        {REJECT_REASONS.map((reason) => (
          <option key={reason} value={`reject.${reason}`}>
            Reject: {REASON_WORDS[reason]}
          </option>
        ))}
      </optgroup>
      <optgroup label="Mark uncivil">
        {UNCIVIL_KINDS.map((kind) => (
          <option key={kind} value={`uncivil.${kind}`}>
            Uncivil: {UNCIVIL_WORDS[kind]}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}
