import { flushSync } from 'react-dom'
import { findRange, findReveal, stackRows } from './row-stack'

const ESTIMATED_HEIGHT = 116
/** What the server draws before the height of the window is known. */
const FIRST_HEIGHT = 1000
const OVERSCAN = 6
/** The current row stays above the list of kinds and reasons that opens over the bottom. */
const ROOM = { above: 40, below: 120 }
/** A row that was led to is kept in sight while it and its neighbours take their heights. */
const SETTLE_MS = 300
/** What scrolls by hand: then no row is kept in sight any more. */
const BY_HAND = ['wheel', 'touchmove', 'pointerdown'] as const

/** Where the list was scrolled to when other rows came into sight, or rows in sight took other heights. */
export interface Seen {
  top: number
  height: number
}

export const FIRST_SEEN: Seen = { top: 0, height: FIRST_HEIGHT }

export const rangeOf = (tops: Float64Array, { top, height }: Seen) => findRange(tops, top, height, OVERSCAN)

/** A long list of which only what is in sight is drawn: watches the box that scrolls and the rows that are in it. */
export class RowWindow {
  private seen = FIRST_SEEN
  private readonly heights = new Map<string, number>()
  private ids: readonly string[] = []
  private tops: Float64Array = new Float64Array(1)
  private drawn = ''
  private box: HTMLElement | null = null
  private revealed = { index: -1, until: 0 }
  private readonly listeners = new Set<() => void>()
  private readonly rows = watchSizes((entries) => {
    this.noteHeights(entries)
    this.keepRevealed()
  })

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  readonly getSeen = () => this.seen

  /** Where these rows stand, by the heights they are known to have. */
  readonly stack = (ids: readonly string[]): Float64Array => stackRows(ids, this.heights, ESTIMATED_HEIGHT)

  /** The list as it is drawn now. */
  readonly take = (ids: readonly string[], tops: Float64Array, drawn: string): void => {
    this.ids = ids
    this.tops = tops
    this.drawn = drawn
  }

  /** For the `ref` of the box. */
  readonly watch = (box: HTMLElement) => {
    this.box = box
    const look = () => this.look()
    // At once: what scrolls into sight must not be seen empty.
    const follow = () => flushSync(look)
    const letGo = () => void (this.revealed = { index: -1, until: 0 })
    const size = watchSizes(look)
    size?.observe(box)
    box.addEventListener('scroll', follow, { passive: true })
    for (const name of BY_HAND) box.addEventListener(name, letGo, { passive: true })
    return () => {
      size?.disconnect()
      box.removeEventListener('scroll', follow)
      for (const name of BY_HAND) box.removeEventListener(name, letGo)
      this.box = null
    }
  }

  /** For the `ref` of each row, which says with `data-index` which it is. */
  readonly measure = (row: HTMLElement | null) => {
    if (row === null) return
    this.rows?.observe(row, { box: 'border-box' })
    return () => this.rows?.unobserve(row)
  }

  readonly reveal = (index: number): void => {
    this.revealed = { index, until: performance.now() + SETTLE_MS }
    this.keepRevealed()
  }

  private keepRevealed(): void {
    const { box, tops } = this
    const { index, until } = this.revealed
    if (box === null || index < 0 || performance.now() > until) return
    const at = findReveal(tops, index, { top: box.scrollTop, height: box.clientHeight }, ROOM)
    if (at !== box.scrollTop) box.scrollTop = at
  }

  private look(): void {
    if (this.box === null) return
    const next = { top: this.box.scrollTop, height: this.box.clientHeight }
    // Drawn again only when other rows come into sight.
    if (rangeOf(this.tops, next).join() !== this.drawn) this.change(next)
  }

  private noteHeights(entries: readonly ResizeObserverEntry[]): void {
    const { box, tops, ids, heights } = this
    if (box === null) return
    const { scrollTop, clientHeight } = box
    let above = 0
    let isInSight = false
    let isChanged = false
    for (const { target, borderBoxSize } of entries) {
      const index = Number((target as HTMLElement).dataset['index'])
      const id = ids[index]
      const height = borderBoxSize[0]?.blockSize ?? 0
      if (id === undefined || height === 0 || heights.get(id) === height) continue
      const [start = 0, end = 0] = tops.subarray(index, index + 2)
      // A row that was only estimated moves what follows as soon as it begins above; one that changes, when all of it is above.
      if (heights.has(id) ? end <= scrollTop : start < scrollTop) above += height - (end - start)
      heights.set(id, height)
      isChanged = true
      isInSight ||= start < scrollTop + clientHeight
    }
    if (!isChanged) return
    this.tops = this.stack(ids)
    // Rows below what is in sight stand right by themselves: they count with the next that comes into sight.
    if (!isInSight) return
    // In the frame in which the rows took their heights: nobody sees them where they do not belong.
    flushSync(() => this.change({ top: scrollTop, height: clientHeight }))
    if (above !== 0) box.scrollTop += above
  }

  private change(seen: Seen): void {
    this.seen = seen
    for (const listener of this.listeners) listener()
  }
}

function watchSizes(hear: (entries: ResizeObserverEntry[]) => void): ResizeObserver | null {
  return typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(hear)
}
