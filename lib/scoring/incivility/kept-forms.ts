import { LONGEST } from './net-reading'

/** Forms that are kept; what a net keeps of them takes 40 MB. With a third fewer one word in twenty of English is worked out anew. */
export const KEPT_FORMS = 24_576
/** When there is no room, the one of so many that was not used for longest goes. */
const LOOKED_AT = 16

/**
 * Numbers the words of texts: a form has one number as long as it is kept, and what is worked out of it is kept by that number. Words
 * repeat, and a look-up among so many costs as much as all that is then done with a word: there is one, for whoever asks.
 */
export class KeptForms {
  private readonly numbers = new Map<string, number>()
  private readonly forms: string[] = []
  /** The count of the text that last used a form. */
  private readonly usedBy = new Uint32Array(KEPT_FORMS)
  private readonly ofText = new Uint32Array(LONGEST)
  private text = 0
  private hand = 0

  /** @param keep works out what is to be known of a form, and keeps it by its number, in the place of what had it before */
  constructor(private readonly keep: (form: string, number: number) => void) {}

  /** The numbers of a text's words, of the first 220. Good until the next call. */
  numberWords(forms: readonly string[]): Uint32Array {
    this.text += 1
    const length = Math.min(forms.length, LONGEST)
    for (let at = 0; at < length; at += 1) this.ofText[at] = this.numberOf(forms[at] ?? '')
    return this.ofText.subarray(0, length)
  }

  private numberOf(form: string): number {
    let number = this.numbers.get(form)
    if (number === undefined) {
      number = this.takeNumber()
      this.numbers.set(form, number)
      this.forms[number] = form
      this.keep(form, number)
    }
    this.usedBy[number] = this.text
    return number
  }

  /** A free number, or one that has not been used for long; never one that this text uses. */
  private takeNumber(): number {
    if (this.numbers.size < KEPT_FORMS) return this.numbers.size
    let oldest = this.text
    let number = 0
    for (let step = 0; step < LOOKED_AT || oldest === this.text; step += 1) {
      this.hand = (this.hand + 1) % KEPT_FORMS
      const used = this.usedBy[this.hand] ?? 0
      if (used >= oldest) continue
      oldest = used
      number = this.hand
    }
    this.numbers.delete(this.forms[number] ?? '')
    return number
  }
}
