/**
 * A BCP 47 language tag in the one way in which it is kept and looked for, however it was spelt: `PT-br` as `pt-BR`, `DE` as `de` (RFC 5646,
 * 4.5). What is no tag is only made small.
 */
export function spellTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag.toLowerCase()
  } catch {
    return tag.toLowerCase()
  }
}
