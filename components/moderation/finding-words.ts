import type { Finding } from '@/lib/domain/policy'
import { UNCIVIL_KINDS, type UncivilKind } from '@/lib/domain/comment'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { formatScore } from './status-badge'

const WHOLE = [
  'hold_all',
  'first_comment',
  'commenter_held',
  'watched_word',
  'thread_closed',
  'edited_waiting',
  'edited_rejected',
  'returned_decided',
] as const

/**
 * What a phase of the policy found, in the language of the page. Findings are stored with their English sentence, which also
 * holds the figures; a phase that is not known here says it in that sentence.
 */
export function describeFinding(
  t: Words<'context'>,
  glossary: Words<'glossary'>,
  formats: Formats,
  { phase, why }: Pick<Finding, 'phase' | 'why'>,
): string {
  const whole = WHOLE.find((one) => one === phase)
  if (whole !== undefined) return t(`finding.${whole}`)
  const name = phase === 'rule' ? /^Rule “(.+)”$/su.exec(why)?.[1] : undefined
  if (name !== undefined) return t('finding.rule', { name })
  if (phase === 'article_state') return t(why.endsWith('held') ? 'finding.articleHeld' : 'finding.articleClosed')
  const pause = phase === 'slow_mode' ? /^Less than (\d+) seconds /.exec(why)?.[1] : undefined
  if (pause !== undefined) return t('finding.slow', { pace: formats.duration(Number(pause) * 1000) })
  const figure = /^Scored (\d\.\d\d) /.exec(why)?.[1]
  const score = figure === undefined ? undefined : formatScore(formats, Number(figure))
  if (phase === 'off_topic') return score === undefined ? t('finding.follows') : t('finding.offTopic', { score })
  const kind = UNCIVIL_KINDS.find((one) => why.endsWith(` for ${one}`))
  if (score === undefined || kind === undefined) return why
  return t('finding.uncivil', { score, kind: nameKind(t, glossary, kind) })
}

/** A kind where no word of incivility stands beside it. */
export function nameKind(t: Words<'context'>, glossary: Words<'glossary'>, kind: UncivilKind): string {
  return kind === 'other' ? t('topic.uncivilOther') : glossary(`kind.${kind}`)
}
