const MAX_LENGTH = 63

/** A site's name as it may stand in an address: a–z, 0–9 and single hyphens; `site` when nothing of it is left. */
export function makeSlug(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, MAX_LENGTH)
  return slug.replace(/^-+|-+$/g, '') || 'site'
}

/** The n-th choice when the slug is taken: gazette, gazette-2, gazette-3 … */
export function numberSlug(slug: string, number: number): string {
  if (number === 1) return slug
  const suffix = `-${number}`
  return `${slug.slice(0, MAX_LENGTH - suffix.length).replace(/-+$/, '')}${suffix}`
}
