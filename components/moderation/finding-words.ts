import type { Finding } from '@/lib/domain/policy'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import type { Words } from '../words/rooms'

const WHOLE = ['hold_all', 'first_comment', 'watched_word', 'thread_closed'] as const

/**
 * What a phase of the policy found, in the language of the page. Findings are stored with their English sentence, which also
 * holds the figures; a phase that is not known here says it in that sentence.
 */
export function describeFinding(t: Words<'context'>, glossary: Words<'glossary'>, { phase, why }: Pick<Finding, 'phase' | 'why'>): string {
  const whole = WHOLE.find((one) => one === phase)
  if (whole !== undefined) return t(`finding.${whole}`)
  if (phase === 'article_state') return t(why.endsWith('held') ? 'finding.articleHeld' : 'finding.articleClosed')
  const score = /^Scored (\d\.\d\d) /.exec(why)?.[1]
  if (phase === 'off_topic') return score === undefined ? t('finding.follows') : t('finding.offTopic', { score })
  const kind = UNCIVIL_KINDS.find((one) => why.endsWith(` for ${one}`))
  return score === undefined || kind === undefined ? why : t('finding.uncivil', { score, kind: glossary(`kind.${kind}`) })
}
