/** The languages of the interface. A new one needs its words in every room of components/words, or nothing compiles. */
export const LANGUAGES = ['en', 'de', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself, as a person looks for it in a list. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch', ar: 'العربية' }

/** Which way each language is written: the `dir` of the page. */
export const DIRECTIONS: Record<Language, 'ltr' | 'rtl'> = { en: 'ltr', de: 'ltr', ar: 'rtl' }

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/**
 * The language of ours that a reader likes best, by their browser's `Accept-Language` (RFC 9110, 12.5.4): the highest
 * weight wins, the earlier one of equal weights; regions are passed over ("de-AT" is "de"). English when none is ours.
 */
export function chooseLanguage(acceptLanguage: string | null): Language {
  let best: { language: Language; weight: number } = { language: 'en', weight: 0 }
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const language = tag.trim().split('-')[0]
    const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find((found) => found)
    const weight = quality === undefined ? 1 : Number(quality)
    if (isLanguage(language) && weight > best.weight) best = { language, weight }
  }
  return best.language
}
