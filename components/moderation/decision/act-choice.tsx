import { REJECT_REASONS, UNCIVIL_KINDS, type UncivilKind } from '@/lib/domain/comment'
import type { DecisionAct } from '@/lib/domain/decisions'
import { Select } from '../../ui/select'
import { useOwnReasons } from '../own-reasons'
import { describeAct, nameReason } from './decision-words'
import type { Words } from '../../words/rooms'
import { useWords } from '../../words/words-context'

const REJECT = 'reject.'

/** The act behind a value of the select below; null for none. */
export function readAct(value: string): DecisionAct | null {
  // Own reasons may have anything in them.
  if (value.startsWith(REJECT)) return { kind: 'reject', reason: value.slice(REJECT.length) }
  const alsoReject = value.endsWith('+')
  const [name, detail] = (alsoReject ? value.slice(0, -1) : value).split('.')
  if (name === 'approve') return { kind: 'approve' }
  if (name === 'off_topic') return { kind: 'mark', mark: 'off_topic', ...(alsoReject ? { alsoReject } : {}) }
  if (name === 'uncivil')
    return { kind: 'mark', mark: 'uncivil', uncivilKind: detail as UncivilKind, ...(alsoReject ? { alsoReject } : {}) }
  return null
}

/** The value of the select below that stands for an act; empty for one that it does not offer. */
export function writeAct(act: DecisionAct): string {
  if (act.kind === 'approve') return 'approve'
  if (act.kind === 'reject') return REJECT + act.reason
  if (act.kind === 'clear_mark') return ''
  return `${act.mark === 'off_topic' ? 'off_topic' : `uncivil.${act.uncivilKind}`}${act.alsoReject ? '+' : ''}`
}

/** What the choice of an act says; of a rejection without its reason. */
export function nameAct(t: Words<'deciding'>, glossary: Words<'glossary'>, act: DecisionAct): string {
  if (act.kind === 'approve' || act.kind === 'reject') return t(act.kind)
  if (act.kind === 'clear_mark') return describeAct(glossary, act)
  if (act.mark === 'off_topic') return t(act.alsoReject ? 'offTopicReject' : 'offTopic')
  return t(act.alsoReject ? 'option.uncivilReject' : 'option.uncivil', { kind: glossary(`kind.${act.uncivilKind}`) })
}

interface ActChoiceProps {
  value: string
  onChange: (value: string) => void
  /** What the first, empty choice says. */
  none: string
  'aria-label': string
  autoFocus?: boolean
}

/** All decisions in one select. */
export function ActChoice({ value, onChange, none, ...rest }: ActChoiceProps) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const own = useOwnReasons()
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      <option value="approve">{t('approve')}</option>
      <option value="off_topic">{t('offTopic')}</option>
      <option value="off_topic+">{t('offTopicReject')}</option>
      <optgroup label={t('choose.reason')}>
        {[...REJECT_REASONS, ...own].map((reason) => (
          <option key={reason} value={REJECT + reason}>
            {t('option.reject', { reason: nameReason(glossary, reason) })}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('option.markUncivil')}>
        {UNCIVIL_KINDS.map((kind) => (
          <option key={kind} value={`uncivil.${kind}`}>
            {t('option.uncivil', { kind: glossary(`kind.${kind}`) })}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('option.markUncivilReject')}>
        {UNCIVIL_KINDS.map((kind) => (
          <option key={kind} value={`uncivil.${kind}+`}>
            {t('option.uncivilReject', { kind: glossary(`kind.${kind}`) })}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}
