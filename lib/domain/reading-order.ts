/** What is needed of a comment to find its place in a thread. */
export interface ThreadNode {
  id: string
  parentId: string | null
}

/** Where a comment stands when the thread is read from the top. */
export interface ThreadPlace {
  id: string
  /** Steps below the top level. */
  depth: number
  /** Comments below it, at any depth. */
  replies: number
}

/**
 * The whole tree in reading order: a comment, then its replies, each with its own. Siblings keep the order in which
 * `nodes` come. A node whose parent is not among them stands at the top level. Works in linear time and without
 * recursion, so that a chain as deep as MAX_DEPTH and a thread of any size are read alike.
 */
export function orderForReading(nodes: readonly ThreadNode[]): ThreadPlace[] {
  const known = new Set(nodes.map((node) => node.id))
  const children = new Map<string | null, string[]>()
  for (const { id, parentId } of nodes) {
    const under = parentId !== null && known.has(parentId) ? parentId : null
    const siblings = children.get(under)
    if (siblings) siblings.push(id)
    else children.set(under, [id])
  }
  const places: ThreadPlace[] = []
  const waiting: { id: string; depth: number }[] = []
  // The last sibling goes to the bottom of the stack, so that the first is taken first.
  const stack = (under: string | null, depth: number) => {
    for (const id of (children.get(under) ?? []).toReversed()) waiting.push({ id, depth })
  }
  stack(null, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    places.push({ ...next, replies: 0 })
    stack(next.id, next.depth + 1)
  }
  return countReplies(places)
}

/** In reading order the replies of a comment are the run of deeper ones after it. */
function countReplies(places: ThreadPlace[]): ThreadPlace[] {
  const open: { place: ThreadPlace; index: number }[] = []
  const close = (depth: number, end: number) => {
    for (let last = open.at(-1); last && last.place.depth >= depth; last = open.at(-1)) {
      last.place.replies = end - last.index - 1
      open.pop()
    }
  }
  places.forEach((place, index) => {
    close(place.depth, index)
    open.push({ place, index })
  })
  close(0, places.length)
  return places
}
