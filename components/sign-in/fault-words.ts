import { readSignInFault } from '@/lib/domain/sign-in'
import type { Words } from '../words/rooms'

/** The code that stands for no answer at all. */
export const UNREACHABLE = 'unreachable'

/** Why signing in did not work, by the code of the server. Whole minutes, or seconds when it is less than two of them. */
export function wordSignInFault(t: Words<'entry'>, code: string): string {
  if (code === UNREACHABLE) return t('fault.unreachable')
  const read = readSignInFault(code)
  if (typeof read === 'string') return t(`fault.${read}`)
  return read.waitSeconds < 120
    ? t('fault.waitSeconds', { count: read.waitSeconds })
    : t('fault.waitMinutes', { count: Math.ceil(read.waitSeconds / 60) })
}
