/** What the names of an export belong to, with the prefix that its system writes; programs that write the file anew choose their own. */
const USUAL: readonly { space: RegExp; prefix: string }[] = [
  { space: /^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, prefix: 'wp' },
  { space: /^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, prefix: 'content' },
  { space: /^https?:\/\/purl\.org\/dc\/elements\/1\.1\/$/, prefix: 'dc' },
  { space: /^https?:\/\/disqus\.com\/disqus-internals$/, prefix: 'dsq' },
  { space: /^https?:\/\/disqus\.com$/, prefix: '' },
]
const DECLARATION = /\sxmlns(?::([\w.-]{1,50}))?\s*=\s*(?:"([^"<]{1,200})"|'([^'<]{1,200})')/g

/** The names of a file's elements and attributes, as the system that it comes from writes them. */
export class XmlNames {
  readonly #usual = new Map<string, string>()

  /** @param head the file's beginning, with the tag that declares its namespaces */
  constructor(head: Uint8Array) {
    // In UTF-16, every other byte of what is looked for is zero.
    const text = Buffer.from(head).toString('latin1').replaceAll('\0', '')
    for (const [, own = '', double, single] of text.matchAll(DECLARATION)) {
      const usual = USUAL.find(({ space }) => space.test(double ?? single ?? ''))?.prefix
      if (usual !== undefined && usual !== own && !this.#usual.has(own)) this.#usual.set(own, usual)
    }
  }

  /** `ns1:comment` as `wp:comment`, where the file says that it means that. */
  rename(name: string): string {
    if (this.#usual.size === 0) return name
    const colon = name.indexOf(':')
    const usual = this.#usual.get(colon === -1 ? '' : name.slice(0, colon))
    if (usual === undefined) return name
    const local = name.slice(colon + 1)
    return usual === '' ? local : `${usual}:${local}`
  }

  renameKeys(attributes: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.includes(':') ? this.rename(name) : name, value]))
  }
}
