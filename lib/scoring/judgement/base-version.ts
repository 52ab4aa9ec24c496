import { readBase } from '../base-reading'

let version: string | null = null

/** The version of the shipped models, as their readings name it. */
export function findBaseVersion(): string {
  const article = { id: '', version: '', title: '', standfirst: null, body: '' }
  const input = { body: 'The council will decide about the tram and the harbour next week.', parentBody: null, article, watchedWords: [] }
  version ??= readBase(input)?.version ?? 'none'
  return version
}
