const POSSESSIVE = /'(?:s|d|ll|re|ve|m|t)?$/
const SUFFIXES = 'ically ization isation ations ation ingly edly ments ment ness ing ed ly er or ist ism ity ive al ion en em'.split(' ')
const LONGEST_STEM = 6

/**
 * Makes forms of one word meet: "phones" and "phone", "recognition" and "recognise". English possessives and plurals
 * go, then at most one common English or German suffix, then an ending e or y and a doubled consonant, and what is left
 * is cut at six units. Much lighter than Porter, and by comparison of the first six letters kinder to languages it does
 * not know; it takes some words for one that are two ("import" and "important"). Expects a folded word.
 */
export function stemWord(word: string): string {
  let stem = word.replace(POSSESSIVE, '')
  if (stem.length < 4) return stem
  stem = dropPlural(stem)
  const suffix = SUFFIXES.find((ending) => stem.endsWith(ending) && stem.length - ending.length >= 4)
  if (suffix !== undefined) stem = stem.slice(0, -suffix.length)
  if (stem.length > 4) stem = stem.replace(/[ey]$/, '').replace(/([bdfgklmnprt])\1$/, '$1')
  return stem.slice(0, LONGEST_STEM)
}

function dropPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|z)es$/.test(word)) return word.slice(0, -2)
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word
}
