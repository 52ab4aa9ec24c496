import type { Problem } from '@/lib/contracts/problem'
import { ERROR_CODES } from '@/lib/domain/errors'
import type { Words } from './rooms'

/**
 * Why the server did not do it, in the language of the page. The API explains itself in English; another language says what
 * kind of refusal it was. Null when there was no answer at all.
 */
export function wordProblem(t: Words<'shell'>, problem: Pick<Problem, 'type' | 'status' | 'detail'> | null): string {
  if (problem === null) return t('unreachable')
  if (problem.status === 401) return t('refusal.unauthenticated')
  if (t.language === 'en' && problem.detail !== '') return problem.detail
  const code = ERROR_CODES.find((one) => problem.type === `/problems/${one.replaceAll('_', '-')}`)
  if (code !== undefined) return t(`refusal.${code}`)
  return problem.status >= 500 ? t('refusal.fault') : t('refusal.status', { status: String(problem.status) })
}

/** What is wrong with single fields, by their names. The API says it in English; another language says that something is. */
export function wordFieldFaults(t: Words<'shell'>, errors: NonNullable<Problem['errors']>): Record<string, string> {
  const word = (detail: string) => (t.language === 'en' ? completeSentence(detail) : t('refusal.field'))
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.slice(1), word(detail)]))
}

/** `is empty`, which the API says of a field that it names, becomes what can stand below the field. */
function completeSentence(detail: string): string {
  const sentence = /^[a-z]/.test(detail) ? `It ${detail}` : detail
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
