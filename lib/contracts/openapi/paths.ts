import { APPEAL_PATHS } from './appeals'
import { ARTICLE_PATHS } from './articles'
import { COMMENTER_PATHS } from './commenters'
import { COMMENT_PATHS } from './comments'
import { CORAL_PATHS } from './coral'
import { FEED_PATHS } from './feed'
import type { PathTable } from './operation'
import { REPORT_PATHS } from './reports'
import { TRANSPARENCY_PATHS } from './transparency'

/** All of the public API, below `/api/v1`: the table that the OpenAPI document is made from. */
export const PATHS: PathTable = merge(
  ARTICLE_PATHS,
  COMMENT_PATHS,
  REPORT_PATHS,
  APPEAL_PATHS,
  COMMENTER_PATHS,
  FEED_PATHS,
  TRANSPARENCY_PATHS,
  CORAL_PATHS,
)

/** One table of all; a path may have its methods in several. */
function merge(...tables: PathTable[]): PathTable {
  const all: PathTable = {}
  for (const [path, methods] of tables.flatMap((table) => Object.entries(table))) all[path] = { ...all[path], ...methods }
  return all
}
