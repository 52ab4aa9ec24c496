import { IDENTITY_FORM } from '../text/model-words'
import { OCCUPATIONS } from './occupations'
import { TONES, type Tone } from './tone-model'
import { CAMPS } from './tone-phrases'

/** A letter, an emoji, or what stands for a term of identity. */
export const hasLetterOrEmoji = ({ form }: { form: string }) => /[\p{L}\p{Extended_Pictographic}<]/u.test(form)

/**
 * Log-odds of a text that does no more than mention somebody ("Jews and Muslims", 🏳️‍🌈), or has no words but signs that the models do
 * not know: nets that learnt from whole sentences make a number up for it.
 */
export const NOTHING_SAID = -5
export const NO_TONES = Object.fromEntries(TONES.map((tone) => [tone, NOTHING_SAID])) as Record<Tone, number>

const NAMING = new Set(['a an and of or the people person persons community communities families'.split(' '), OCCUPATIONS].flat())

/** Whether a word does more than name somebody. */
export const saysSomething = (form: string) => form !== IDENTITY_FORM && !NAMING.has(form) && !CAMPS.has(form) && /\p{L}/u.test(form)
