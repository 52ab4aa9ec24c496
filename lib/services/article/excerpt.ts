/**
 * The beginning of a text, cut between words where there are any, with an ellipsis when something is missing.
 *
 * @param most length in UTF-16 units, the ellipsis not counted
 */
export function excerptOf(text: string, most: number): string {
  if (text.length <= most) return text
  // Never half of a character that takes two.
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  const space = cut.search(/\s\S*$/u)
  return `${(space > most * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`
}
