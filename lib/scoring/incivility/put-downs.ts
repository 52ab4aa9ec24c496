import { DISMISSALS } from './dismissal-ways'
import { INSULTS } from './put-down-ways'
import { isTold, SLANDERS } from './slander-ways'

/** What a put-down is: one of the kinds a moderator knows. */
type PutDown = 'insult' | 'identity_attack' | 'condescension'

interface Way {
  next: RegExp
  isOnlyFirst: boolean
  putDown: PutDown
}
const waysByFirst = new Map<string, Way[]>()
for (const [putDown, ways] of [
  ['insult', INSULTS],
  ['identity_attack', SLANDERS],
  ['condescension', DISMISSALS],
] as const) {
  for (const [firsts, source] of ways) {
    const next = new RegExp(source === '' ? '' : ` ${source}(?= |$)`, 'y')
    for (const first of firsts.split(' ')) {
      const form = first.replace('^', '')
      waysByFirst.set(form, [...(waysByFirst.get(form) ?? []), { next, isOnlyFirst: first !== form, putDown }])
    }
  }
}
const MARKS = new Set(['!', '!!', '?', '??', '?!', '...'])

/** How a text puts somebody down in one of those ways, an insult before anything else; null for most. `forms` are words as the models read them. */
export function findPutDown(forms: readonly string[]): PutDown | null {
  return seekPutDown(forms)?.putDown ?? null
}

interface FoundPutDown {
  putDown: PutDown
  from: number
  to: number
}

/** The same with the words it is said in, `from`–`to`, exclusive. */
export function seekPutDown(forms: readonly string[]): FoundPutDown | null {
  let found: FoundPutDown | null = null
  let said: string | null = null
  let end = -1
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] ?? ''
    end += form.length + 1
    for (const { next, isOnlyFirst, putDown } of waysByFirst.get(form) ?? NO_WAYS) {
      if (putDown === found?.putDown || (isOnlyFirst && at > 0 && !MARKS.has(forms[at - 1] ?? ''))) continue
      said ??= forms.join(' ')
      next.lastIndex = end
      const rest = next.exec(said)
      if (rest === null || (putDown === 'identity_attack' && isTold(forms, at))) continue
      const told: FoundPutDown = { putDown, from: at, to: at + rest[0].split(' ').length }
      if (putDown === 'insult') return told
      // What is said of a group counts before how somebody is talked down to.
      if (found?.putDown !== 'identity_attack') found = told
    }
  }
  return found
}

const NO_WAYS: readonly Way[] = []
