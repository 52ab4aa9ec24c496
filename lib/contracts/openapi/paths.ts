import { ARTICLE_PATHS } from './articles'
import { COMMENT_PATHS } from './comments'
import type { PathTable } from './operation'
import { REPORT_PATHS } from './reports'

/** All of the public API, below `/api/v1`: the table that the OpenAPI document is made from. */
export const PATHS: PathTable = { ...ARTICLE_PATHS, ...COMMENT_PATHS, ...REPORT_PATHS }
