import { getLanguageDetector } from './language-detector'
import { isEnglish } from './language-gate'

/** Looking at more tells nothing new. */
const LOOKED_AT = 2000

/** The language a text is written in, as ISO 639-1; English for what is too short to be anything else, `und` for none that is known. */
export function detectLanguages(text: string): string[] {
  if (isEnglish(text)) return ['en']
  const { language } = getLanguageDetector().detect(text.slice(0, LOOKED_AT))
  return [language === '' || language === 'en' ? 'und' : language]
}
