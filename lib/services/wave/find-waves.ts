import { SMALLEST_WAVE } from '../../domain/waves'
import { isNearDuplicate } from '../../scoring/text/similarity-hash'

/** The newest that are compared for each band of a text. */
const NEWEST_OF_A_BAND = 50
/** A text that resembles this many of each of two waves shows that they are one. A single resemblance may be chance. */
const LINKS = 2
/**
 * Of a wave's texts that it shares a band with, a text has to resemble this share: nearly all where they are edited copies. Texts that merely draw
 * on the same few words resemble one here and another there, and would become one large wave, link by link.
 */
const LEAST_SHARE = 0.6

interface Text {
  id: string
  hash: bigint
  bands: readonly number[]
  waveId: string | null
}

/** A wave, who joins it, and the waves that turn out to be of it; one that only begins has no id yet. */
export interface Wave {
  id: string | null
  joined: string[]
  merged: string[]
}

interface Placed extends Omit<Text, 'waveId'> {
  wave: Wave | null
}

/**
 * The waves that `fresh` texts, one after the other, join or begin together with those before them: the `known` ones, the
 * oldest first. A text joins the wave that most of those like it are of, if it is like most of that wave's near ones; one begins when
 * three of no wave are alike. Those like it that are of no wave join with it, and waves that it shows to be one become the oldest of them.
 */
export function findWaves(fresh: readonly Omit<Text, 'waveId'>[], known: readonly Text[]): Wave[] {
  const waves = new Map<string, Wave>()
  const begun: Wave[] = []
  const byBand = new Map<number, Placed[]>()
  const place = (text: Placed): void => {
    for (const band of text.bands) {
      const others = byBand.get(band)
      if (others) others.push(text)
      else byBand.set(band, [text])
    }
  }
  for (const { waveId, ...text } of known) {
    if (waveId !== null && !waves.has(waveId)) waves.set(waveId, { id: waveId, joined: [], merged: [] })
    place({ ...text, wave: waveId === null ? null : (waves.get(waveId) ?? null) })
  }
  const into = new Map<Wave, Wave>()
  const rootOf = (wave: Wave): Wave => {
    const next = into.get(wave)
    return next === undefined ? wave : rootOf(next)
  }
  for (const one of fresh) {
    const text: Placed = { ...one, wave: null }
    const near = listNear(text, byBand)
    place(text)
    const alike = near.filter((other) => isNearDuplicate(text.hash, other.hash))
    const counts = countWaves(alike, near, rootOf)
    const ofNone = alike.filter((other) => other.wave === null)
    let wave = pickLargest(counts)
    if (wave === null && ofNone.length + 1 >= SMALLEST_WAVE) begun.push((wave = { id: null, joined: [], merged: [] }))
    if (wave === null) continue
    wave = mergeLinked(wave, counts, into)
    for (const member of [...ofNone, text]) {
      member.wave = wave
      wave.joined.push(member.id)
    }
  }
  return [...waves.values(), ...begun].filter((wave) => !into.has(wave))
}

/** Those that share a band with a text, of each band the newest. */
function listNear(text: Placed, byBand: ReadonlyMap<number, readonly Placed[]>): Placed[] {
  return [...new Set(text.bands.flatMap((band) => byBand.get(band)?.slice(-NEWEST_OF_A_BAND) ?? []))]
}

/** The waves that a text may be of, with how many of each are like it. */
function countWaves(alike: readonly Placed[], near: readonly Placed[], rootOf: (wave: Wave) => Wave): Map<Wave, number> {
  const count = (texts: readonly Placed[]) => {
    const counts = new Map<Wave, number>()
    for (const { wave } of texts) {
      if (wave === null) continue
      const root = rootOf(wave)
      counts.set(root, (counts.get(root) ?? 0) + 1)
    }
    return counts
  }
  const seen = count(near)
  return new Map([...count(alike)].filter(([wave, links]) => links >= LEAST_SHARE * (seen.get(wave) ?? 0)))
}

function pickLargest(counts: ReadonlyMap<Wave, number>): Wave | null {
  return [...counts].reduce<[Wave | null, number]>((best, one) => (one[1] > best[1] ? one : best), [null, 0])[0]
}

/** Puts the waves that are linked closely enough into one: the oldest that has a name, or the first that has none. */
function mergeLinked(largest: Wave, counts: ReadonlyMap<Wave, number>, into: Map<Wave, Wave>): Wave {
  const linked = [...counts].flatMap(([wave, links]) => (links >= LINKS || wave === largest ? [wave] : []))
  const [kept = largest, ...others] = linked.sort((a, b) => compareIds(a.id, b.id))
  if (linked.length < 2 || (counts.get(largest) ?? 0) < LINKS) return largest
  for (const wave of others) {
    into.set(wave, kept)
    kept.joined.push(...wave.joined)
    kept.merged.push(...wave.merged, ...(wave.id === null ? [] : [wave.id]))
  }
  return kept
}

/** Ids sort by time; a wave that only begins comes last. */
function compareIds(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : 1
}
