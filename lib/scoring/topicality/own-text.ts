/** One of these is in all that is left out; most texts have none, and looking for a sign is soon done. */
const TRACES = ['@', '>', '://', 'www.', '&gt;']
const NOT_OWN = new RegExp(
  [
    // Lines quoted as in mail and Markdown.
    '^[ \\t]*(?:>|&gt;).*$',
    '(?:https?://|www\\.)\\S+',
    // Addresses, and names that are spoken to.
    '(?:[\\w.+-]{1,64})?@[\\w.-]+',
  ].join('|'),
  'gim',
)

/**
 * What of a comment its author says: without links, addresses, names spoken to and lines that are quoted. None of them tells whether what is said
 * is about the article: whoever quotes it before going on about something else would be near to it, and the words of an address are anybody's.
 * Linear in the length of the text.
 */
export function readOwnText(body: string): string {
  return TRACES.some((trace) => body.includes(trace)) ? body.replace(NOT_OWN, ' ') : body
}
