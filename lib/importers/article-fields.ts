import { ArticleInput } from '../contracts/ingest'

/** An article of what a source says of it: each part is taken that can be kept, the others are left out. Null when its title cannot. */
export function keepFields(title: string, fields: Readonly<Record<string, string>>): ArticleInput | null {
  const known = title.slice(0, 1000).toWellFormed()
  const isKept = ([name, text]: [string, string]) => text !== '' && ArticleInput.safeParse({ title: known, [name]: text }).success
  const input = ArticleInput.safeParse({ title: known, ...Object.fromEntries(Object.entries(fields).filter(isKept)) })
  return input.success ? input.data : null
}
