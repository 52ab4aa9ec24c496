import type { Head } from './heads'
import { findPutDown } from './put-downs'
import { howShort } from './shortness'
import { hasThreat } from './threats'
import type { Tone } from './tone-model'
import type { PhraseCounts } from './tone-style'

/** How much of a log-odds a dismissive phrase adds to incivility as a whole, and a sweeping one. */
const DISMISSIVE_WORTH = 0.9
const SWEEPING_WORTH = 0.3
/** How much a plain threat adds to threat, and to incivility as a whole. Set by eye, on posts of Civil Comments. */
const THREAT_WORTH = 4
const THREAT_UNCIVIL_WORTH = 2.2
/** The same of a put-down, to the kind it is and to incivility as a whole. */
const PUT_DOWN_KIND_WORTH = 2
const PUT_DOWN_WORTH = 1
/**
 * How much the mean of the tones that speak to somebody adds to incivility as a whole from some log-odds on, where a text is short and there is a
 * sentence vector to hear them by (docs/models.md, Tones).
 */
const HEARD_WORTH = 1.8
const HEARD_FROM = -0.5
/** What incivility as a whole is at least in few words that threaten or put somebody down, and how much less in many. */
const [LEAST_IF_SHORT, LESS_IF_LONG] = [0.4, 3]

/**
 * Adds the tones to what the net says (tone-model.ts). Dismissive and sweeping phrases raise incivility as a whole a little, a plain threat and a
 * put-down in few words much; it is at least `leastIfHeard` (put-down-hearing.ts).
 *
 * @param isThorough whether the tones were heard by the sentence vector too
 */
export function addTone(
  trained: Readonly<Record<Head, number>>,
  forms: readonly string[],
  { dismissive, sweeping }: PhraseCounts,
  tones: Readonly<Record<Tone, number>>,
  isThorough: boolean,
  leastIfHeard: number,
): Record<Head | Tone, number> {
  const { condescension, dismissal, antagonism } = tones
  const short = howShort(forms.length)
  const heard = isThorough ? HEARD_WORTH * short * Math.max(0, (condescension + dismissal + antagonism) / 3 - HEARD_FROM) : 0
  const threat = hasThreat(forms) ? 1 : 0
  const putDown = findPutDown(forms)
  const told = trained.uncivil + DISMISSIVE_WORTH * dismissive + SWEEPING_WORTH * sweeping + THREAT_UNCIVIL_WORTH * threat + heard
  const least = threat === 0 && putDown === null ? -Infinity : LEAST_IF_SHORT - LESS_IF_LONG * (1 - short)
  // Field by field: what is spread into an object of so many becomes a dictionary of its own, slow and large.
  return {
    uncivil: Math.max(told + (putDown === null ? 0 : PUT_DOWN_WORTH), least, leastIfHeard),
    insult: trained.insult + (putDown === 'insult' ? PUT_DOWN_KIND_WORTH : 0),
    identity_attack: trained.identity_attack + (putDown === 'identity_attack' ? PUT_DOWN_KIND_WORTH : 0),
    threat: trained.threat + THREAT_WORTH * threat,
    profanity: trained.profanity,
    sexual: trained.sexual,
    condescension: condescension + (putDown === 'condescension' ? PUT_DOWN_KIND_WORTH : 0),
    generalisation: tones.generalisation,
    mockery: tones.mockery,
    attack: trained.attack,
    dismissal,
    antagonism,
  }
}
