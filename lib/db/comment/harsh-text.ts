import { HARSH_FROM } from '../../domain/harsh'

/** Whether the text of the comment `c` is harsh, as lib/domain/harsh.ts says; a comment that is not there has none. */
export const IS_HARSH = `coalesce(c.suggested_uncivil >= ${HARSH_FROM}::real OR c.marked_uncivil IS NOT NULL, false)`
