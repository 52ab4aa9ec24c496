/**
 * Whether somebody typed a name as it is shown: signs that nobody sees or can type do not count, nor do capitals and how wide the
 * blanks are.
 */
export function isTypedName(typed: string, name: string): boolean {
  return plain(typed) === plain(name)
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim().toLowerCase()
