/** A key as people read it: `Shift+O` is ⇧ o. */
export function showKey(key: string): string {
  return key.startsWith('Shift+') ? `⇧ ${key.slice(6).toLowerCase()}` : key
}
