const A = 0x61
const LETTERS = 32

/** Words of plain letters as a tree, for reading one letter by letter where each may be one of several. */
export class LetterTree {
  /** By node times LETTERS plus letter: the node that follows. 0, the root, stands for none. */
  private readonly edges = new Map<number, number>()
  private readonly below: number[][] = [[]]
  private readonly words = new Map<number, string>()

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (!/^[a-z]+$/.test(word)) continue
      let node = 0
      for (let at = 0; at < word.length; at += 1) {
        const key = node * LETTERS + word.charCodeAt(at) - A
        let next = this.edges.get(key)
        if (next === undefined) {
          next = this.below.push([]) - 1
          this.edges.set(key, next)
          this.below[node]?.push(next)
        }
        node = next
      }
      this.words.set(node, word)
    }
  }

  /** How many nodes there are. */
  get size(): number {
    return this.below.length
  }

  /** The node that a letter leads to, by its unit; 0 where there is none. */
  next(node: number, letter: number): number {
    return this.edges.get(node * LETTERS + letter - A) ?? 0
  }

  children(node: number): readonly number[] {
    return this.below[node] ?? []
  }

  /** The word that ends at a node. */
  wordAt(node: number): string | undefined {
    return this.words.get(node)
  }
}
