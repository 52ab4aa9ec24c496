import type { RuleStop } from '@/lib/contracts/rule'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'

/** Why a rule was stopped, with the figures. */
export function describeStop(t: Words<'rules'>, formats: Formats, { by, wrong, of, limit }: RuleStop): string {
  return t(`stopped.${by}`, { wrong: formats.number(wrong), of: formats.number(of), limit: formats.percent(limit) })
}
