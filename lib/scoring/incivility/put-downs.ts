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
/** Ways that begin with the same word, and what finds whether a text goes on in any of them: one look instead of thirty at each "you". */
interface WaysFrom {
  ways: Way[]
  any: RegExp
}
const NO_WAYS: WaysFrom = { ways: [], any: /(?:)/y }
const waysByFirst = new Map<string, WaysFrom>()
for (const [putDown, ways] of [
  ['insult', INSULTS],
  ['identity_attack', SLANDERS],
  ['condescension', DISMISSALS],
] as const) {
  for (const [firsts, source] of ways) {
    const next = new RegExp(source === '' ? '' : ` ${source}(?= |$)`, 'y')
    for (const first of firsts.split(' ')) {
      const form = first.replace('^', '')
      const { ways: others, any } = waysByFirst.get(form) ?? NO_WAYS
      const way = { next, isOnlyFirst: first !== form, putDown }
      waysByFirst.set(form, { ways: [...others, way], any: new RegExp(others.length === 0 ? next : `${any.source}|${next.source}`, 'y') })
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
    const from = waysByFirst.get(form)
    if (from === undefined) continue
    said ??= forms.join(' ')
    from.any.lastIndex = end
    if (!from.any.test(said)) continue
    for (const { next, isOnlyFirst, putDown } of from.ways) {
      if (putDown === found?.putDown || (isOnlyFirst && at > 0 && !MARKS.has(forms[at - 1] ?? ''))) continue
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
