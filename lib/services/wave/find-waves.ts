import { SMALLEST_WAVE } from '../../domain/waves'
import { bandsOf, isNearDuplicate } from '../../scoring/similarity-hash'

/** The newest that are compared for each band of a text. */
const NEWEST_OF_A_BAND = 50

interface Text {
  id: string
  hash: bigint
  waveId: string | null
}

/** A wave, and who joins it; one that only begins has no id yet. */
export interface Wave {
  id: string | null
  joined: string[]
}

interface Placed {
  id: string
  hash: bigint
  wave: Wave | null
}

/**
 * The waves that `fresh` texts, one after the other, join or begin together with those before them: the `known` ones, the
 * oldest first. A text joins the wave that most of those like it are of; one begins when three are alike. Those like it that
 * are of no wave join with it.
 */
export function findWaves(fresh: readonly Pick<Text, 'id' | 'hash'>[], known: readonly Text[]): Wave[] {
  const waves = new Map<string, Wave>()
  const begun: Wave[] = []
  const byBand = new Map<number, Placed[]>()
  const place = (text: Placed): void => {
    for (const band of bandsOf(text.hash)) {
      const others = byBand.get(band)
      if (others) others.push(text)
      else byBand.set(band, [text])
    }
  }
  for (const { id, hash, waveId } of known) {
    if (waveId !== null && !waves.has(waveId)) waves.set(waveId, { id: waveId, joined: [] })
    place({ id, hash, wave: waveId === null ? null : (waves.get(waveId) ?? null) })
  }
  for (const { id, hash } of fresh) {
    const text: Placed = { id, hash, wave: null }
    const alike = listAlike(text, byBand)
    place(text)
    let wave = pickLargest(alike)
    if (wave === null && alike.length + 1 >= SMALLEST_WAVE) begun.push((wave = { id: null, joined: [] }))
    if (wave === null) continue
    for (const one of [...alike, text]) {
      if (one.wave !== null) continue
      one.wave = wave
      wave.joined.push(one.id)
    }
  }
  return [...waves.values(), ...begun]
}

function listAlike(text: Placed, byBand: ReadonlyMap<number, readonly Placed[]>): Placed[] {
  const near = new Set(bandsOf(text.hash).flatMap((band) => byBand.get(band)?.slice(-NEWEST_OF_A_BAND) ?? []))
  return [...near].filter((other) => isNearDuplicate(text.hash, other.hash))
}

function pickLargest(alike: readonly Placed[]): Wave | null {
  const counts = new Map<Wave, number>()
  for (const { wave } of alike) if (wave !== null) counts.set(wave, (counts.get(wave) ?? 0) + 1)
  return [...counts].reduce<[Wave | null, number]>((best, one) => (one[1] > best[1] ? one : best), [null, 0])[0]
}
