/** A way of saying something, as a pattern over words one blank apart, with the words of which one is in whatever it finds. */
export type CuedWay = readonly [cues: string, way: string]

const NONE: readonly RegExp[] = []

/** What gives, of these ways, in their order, those that a text may have by its words: few of many, and for most texts none. */
export function cueWays(ways: readonly CuedWay[], toPattern: (way: string) => RegExp): (forms: readonly string[]) => readonly RegExp[] {
  const patterns = ways.map(([, way]) => toPattern(way))
  const byCue = new Map<string, number[]>()
  for (const [at, [cues]] of ways.entries()) {
    for (const cue of cues.split(/\s+/)) {
      const own = byCue.get(cue)
      if (own) own.push(at)
      else byCue.set(cue, [at])
    }
  }
  return (forms) => {
    let cued: Set<number> | null = null
    for (const form of forms) {
      const own = byCue.get(form)
      if (own !== undefined) for (const at of own) (cued ??= new Set()).add(at)
    }
    return cued === null ? NONE : patterns.filter((_, at) => cued.has(at))
  }
}
