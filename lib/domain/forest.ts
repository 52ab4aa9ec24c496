import { MAX_DEPTH } from './comment'

/** What new arrivals need of a comment that is already stored. Keys are external ids. */
interface StandingNode {
  key: string
  /** Ancestors above it, 0 for the top of a tree. */
  depth: number
  /** The top of the tree it stands in, where that tree may move; null where it stays. */
  topKey: string | null
}

/** Where a comment stands once everything has arrived. `parentKey` is null while its parent is unknown. */
export interface Place {
  parentKey: string | null
  depth: number
}

/**
 * Trees of one request's comments and of the stored trees they touch. Replies may come before their parents: a node
 * whose parent is missing is the top of a tree and waits; when the parent joins, the whole tree hangs under it.
 *
 * Finding the top of a tree shortens the path it walked, so that a chain of n costs about n steps and not n².
 */
export class Forest {
  /** For every node that is there: some ancestor of it, or nothing when it is the top of its tree. */
  private readonly ancestor = new Map<string, string | null>()
  private readonly awaited = new Map<string, string>()
  private readonly waiting = new Map<string, string[]>()
  private readonly standing = new Map<string, StandingNode>()
  private readonly heights = new Map<string, number>()
  private readonly joined = new Map<string, string | null>()

  /** Adds a stored comment that a new one may name as its parent. */
  addStanding(node: StandingNode): void {
    this.standing.set(node.key, node)
    this.ancestor.set(node.key, node.topKey === node.key ? null : node.topKey)
  }

  /** Adds the top of a stored tree that can move: it waits for `parentKey`, or for nobody yet. Height: steps to its deepest reply. */
  addMovable(key: string, height: number, parentKey: string | null): void {
    this.standing.set(key, { key, depth: 0, topKey: null })
    this.ancestor.set(key, null)
    this.heights.set(key, height)
    if (parentKey !== null) this.wait(key, parentKey)
  }

  /**
   * Adds a new comment, or hangs the top of a movable tree under a parent, and lets those in that waited for it.
   *
   * @returns false, changing nothing, when that would close a circle of replies
   */
  join(key: string, parentKey: string | null): boolean {
    if (parentKey === key) return false
    const isParentHere = parentKey !== null && this.ancestor.has(parentKey)
    if (isParentHere) {
      const top = this.findTop(parentKey)
      if (top === key || this.awaited.get(top) === key) return false
    }
    this.joined.set(key, parentKey)
    this.ancestor.set(key, isParentHere ? parentKey : null)
    if (parentKey !== null && !isParentHere) this.wait(key, parentKey)
    for (const child of this.waiting.get(key) ?? []) {
      this.awaited.delete(child)
      this.ancestor.set(child, key)
      this.joined.set(child, key)
    }
    this.waiting.delete(key)
    return true
  }

  /**
   * The place of everything that joined or moved, and the new comments that would stand deeper than MAX_DEPTH
   * (`tooDeep`), with those under them. A stored tree that would reach too deep stays where it is, with its parent unknown:
   * nothing that was accepted is lost.
   */
  place(): { places: Map<string, Place>; tooDeep: Set<string> } {
    const places = new Map<string, Place>()
    const tooDeep = new Set<string>()
    for (const start of this.joined.keys()) {
      const path: string[] = []
      for (let key: string | null = start; key !== null && !places.has(key) && !tooDeep.has(key); key = this.above(key)) path.push(key)
      for (const key of path.reverse()) this.placeOne(key, places, tooDeep)
    }
    return { places, tooDeep }
  }

  /** The node whose place decides this one's: its parent, or the top of the stored tree it stands in. */
  private above(key: string): string | null {
    const parentKey = this.joined.get(key)
    if (parentKey !== undefined) return parentKey !== null && this.ancestor.has(parentKey) ? parentKey : null
    return this.standing.get(key)?.topKey ?? null
  }

  private placeOne(key: string, places: Map<string, Place>, tooDeep: Set<string>): void {
    const node = this.standing.get(key)
    const aboveKey = this.above(key)
    const above = aboveKey === null ? undefined : places.get(aboveKey)
    if (node && !this.joined.has(key)) {
      places.set(key, { parentKey: null, depth: (above?.depth ?? 0) + node.depth })
      return
    }
    const depth = above ? above.depth + 1 : 0
    const fits = depth + (this.heights.get(key) ?? 0) <= MAX_DEPTH && (aboveKey === null || !tooDeep.has(aboveKey))
    if (fits) places.set(key, { parentKey: above ? aboveKey : null, depth })
    else if (node) places.set(key, { parentKey: null, depth: 0 })
    else tooDeep.add(key)
  }

  private wait(key: string, parentKey: string): void {
    this.awaited.set(key, parentKey)
    const others = this.waiting.get(parentKey)
    if (others) others.push(key)
    else this.waiting.set(parentKey, [key])
  }

  private findTop(key: string): string {
    let top = key
    for (let next = this.ancestor.get(top); next; next = this.ancestor.get(top)) top = next
    for (let step = key; step !== top;) {
      const next: string | null | undefined = this.ancestor.get(step)
      if (!next) break
      this.ancestor.set(step, top)
      step = next
    }
    return top
  }
}
