/** SQL: the beginning of a text, so many characters at most; where more follow, it says so. */
export const excerptOf = (text: string, length: number): string =>
  `(SELECT CASE WHEN char_length(t) > ${length} THEN rtrim(left(t, ${length - 1})) || '…' ELSE t END FROM (VALUES (${text})) AS whole (t))`
