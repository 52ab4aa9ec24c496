import { DECISION_KINDS } from '@/lib/domain/decisions'
import { isKnownReason, UNCIVIL_KINDS } from '@/lib/domain/comment'
import { nameReason as nameRejection } from '../../moderation/decision/decision-words'
import type { Words } from '../../words/rooms'

/** What decisions, reasons and kinds are called. */
export interface NamesOfDecisions {
  glossary: Words<'glossary'>
  decisions: Words<'decisions'>
}

/** The kind of a decision as the log heads it; kinds that came later are told as they are. */
export function nameKind({ decisions }: NamesOfDecisions, kind: string): string {
  const known = DECISION_KINDS.find((one) => one === kind)
  return known === undefined ? kind.replaceAll('_', ' ') : decisions(`kind.${known}`)
}

/** A reason, or the kind of a mark; what a person wrote instead stands as it is. */
export function nameReason({ glossary }: Pick<NamesOfDecisions, 'glossary'>, reason: string): string {
  const kind = UNCIVIL_KINDS.find((one) => one === reason)
  return kind === undefined || isKnownReason(reason) ? nameRejection(glossary, reason) : glossary(`kind.${kind}`)
}
