import { createHash } from 'node:crypto'
import type { ScorerArticle } from './scorer'

/** An article as scorers take it, when it was read without its version: the same as lockDiscussedArticles gives. */
export function toScored({ id, title, standfirst, body }: Omit<ScorerArticle, 'version'>): ScorerArticle {
  const version = createHash('md5')
    .update(`${title}\n${standfirst ?? ''}\n${body}`)
    .digest('hex')
  return { id, version, title, standfirst, body }
}
