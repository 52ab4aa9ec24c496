/** The text of the comment `c` as it was in a revision; empty where that is gone. The site is $1. */
export const textInRevision = (revision: string): string =>
  `CASE WHEN c.revision = ${revision} THEN c.body
    ELSE coalesce((SELECT v.body FROM comment_revision v WHERE v.site_id = $1 AND v.comment_id = c.id AND v.number = ${revision}), '') END`
