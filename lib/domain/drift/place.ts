import type { DriftMark } from './marks'
import { stretchTime, type TimeScale } from './time-scale'

/** A mark with its place on the map, in px; circles around them do not overlap. */
export interface PlacedMark extends DriftMark {
  x: number
  y: number
  /** Radius. */
  r: number
}

export interface DriftFrame {
  width: number
  height: number
}

export interface PlacedDrift {
  marks: PlacedMark[]
  scale: TimeScale
}

/** Between two marks. */
const GAP = 1
const [SMALLEST, LARGEST] = [2.4, 5.5]
/** How many times as wide as a comment a fold may be. */
const WIDEST_FOLD = 3
/** The part of the map that marks may fill: less, and there is always a free place near. */
const FILLING = 0.3

/**
 * Where each mark is drawn: time from left to right (busy hours wider, see stretchTime), distance from the article from the
 * top down. A mark goes to the free place nearest to its own, up or down first, since moving sideways would falsify the
 * time. Folds are larger by the square root of what they hold. The same marks in the same frame always give the same map.
 *
 * @param frame at least 200 × 120 px
 */
export function placeDrift(marks: readonly DriftMark[], frame: DriftFrame): PlacedDrift {
  const scale = stretchTime(marks.map((mark) => mark.at))
  const most = marks.reduce((largest, mark) => Math.max(largest, mark.comments), 1)
  const unit = chooseUnit(marks, most, frame)
  const field = new Field(unit * WIDEST_FOLD, frame)
  const placed = marks
    .toSorted((a, b) => b.comments - a.comments || a.at - b.at || (a.key < b.key ? -1 : 1))
    .map((mark): PlacedMark => {
      const r = radiusOf(mark.comments, most, unit)
      const wanted = { x: r + scale.placeOf(mark.at) * (frame.width - 2 * r), y: r + clamp(mark.drift, 0, 1) * (frame.height - 2 * r), r }
      return { ...mark, ...field.take(wanted) }
    })
  return { marks: placed.sort((a, b) => a.at - b.at || a.x - b.x), scale }
}

/** Radius of a single comment so that all together fill FILLING of the frame at most. */
function chooseUnit(marks: readonly DriftMark[], most: number, { width, height }: DriftFrame): number {
  const area = marks.reduce((sum, mark) => sum + (2 * radiusOf(mark.comments, most, 1) + GAP / 3) ** 2, 0)
  return clamp(Math.sqrt((FILLING * width * height) / Math.max(1, area)), SMALLEST, LARGEST)
}

function radiusOf(comments: number, most: number, unit: number): number {
  if (comments <= 1 || most <= 1) return unit
  return unit * (1 + (WIDEST_FOLD - 1) * Math.sqrt((comments - 1) / (most - 1)))
}

interface Circle {
  x: number
  y: number
  r: number
}

/** What is taken already, sorted into columns, so that only neighbours are asked. */
class Field {
  private readonly columns = new Map<number, Circle[]>()
  private readonly columnWidth: number

  constructor(
    largest: number,
    private readonly frame: DriftFrame,
  ) {
    this.columnWidth = 2 * largest + GAP
  }

  /** The free place nearest to `wanted`, which is taken from now on. Looks further and further aside until there is one. */
  take(wanted: Circle): Circle {
    const stride = wanted.r
    let best: { circle: Circle; cost: number } | null = null
    for (let step = 0; step * stride <= this.frame.width; step++) {
      if (best !== null && SIDEWAYS * step * stride >= best.cost) break
      for (const x of step === 0 ? [wanted.x] : [wanted.x - step * stride, wanted.x + step * stride]) {
        if (x < wanted.r || x > this.frame.width - wanted.r) continue
        const y = this.findY({ ...wanted, x })
        if (y === null) continue
        const cost = SIDEWAYS * step * stride + Math.abs(y - wanted.y)
        if (best === null || cost < best.cost) best = { circle: { ...wanted, x, y }, cost }
      }
    }
    const circle = best?.circle ?? wanted
    this.add(circle)
    return circle
  }

  /** The free height nearest to the wanted one in this column, or null. */
  private findY({ x, y, r }: Circle): number | null {
    const closed = this.near(x).flatMap((other): [number, number][] => {
      const reach = r + other.r + GAP
      const dx = other.x - x
      if (Math.abs(dx) >= reach) return []
      const dy = Math.sqrt(reach * reach - dx * dx)
      return [[other.y - dy, other.y + dy]]
    })
    const candidates = [y, ...closed.flat()].filter((at) => at >= r && at <= this.frame.height - r)
    const free = candidates.filter((at) => closed.every(([low, high]) => at <= low + SLACK || at >= high - SLACK))
    return free.reduce<number | null>((best, at) => (best === null || Math.abs(at - y) < Math.abs(best - y) ? at : best), null)
  }

  private near(x: number): Circle[] {
    const column = Math.floor(x / this.columnWidth)
    return [column - 1, column, column + 1].flatMap((index) => this.columns.get(index) ?? [])
  }

  private add(circle: Circle): void {
    const column = Math.floor(circle.x / this.columnWidth)
    const taken = this.columns.get(column)
    if (taken) taken.push(circle)
    else this.columns.set(column, [circle])
  }
}

/** One px aside costs as much as this many up or down. */
const SIDEWAYS = 2.5
const SLACK = 1e-6

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
