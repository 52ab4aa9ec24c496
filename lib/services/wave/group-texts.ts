import type { IndexedText } from '../../db/comment/comment-document'
import type { Db } from '../../db/connection'
import {
  deleteSimilarities,
  joinWaves,
  listNearTexts,
  listWaveIds,
  mergeWaves,
  saveSimilarities,
  type Similarity,
} from '../../db/comment/similarity'
import { groupBy } from '../../domain/group-by'
import { WAVE_DAYS } from '../../domain/waves'
import { describeLikeness, MAX_DISTANCE } from '../../scoring/text/similarity-hash'
import { findWaves } from './find-waves'

const DAY_MS = 86_400_000
/** Texts that are grouped at once; between two lots other work of the process goes on. */
const LOT = 100

/**
 * Groups new and edited texts with those they are nearly the same as: each joins the wave of the site's comments of the last
 * 14 days that are like it, or begins one, and waves that turn out to be one become one. An edited text leaves its wave first. Call it
 * in the transaction that indexed the texts, with indexing locked, so that they are not forgotten when it fails.
 */
export async function groupTexts(db: Db, texts: readonly IndexedText[], now: Date): Promise<void> {
  const since = new Date(now.getTime() - WAVE_DAYS * DAY_MS)
  for (const [siteId, unsorted] of groupBy(texts, (text) => text.siteId)) {
    const ofSite = unsorted.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (let from = 0; from < ofSite.length; from += LOT) await groupLot(db, siteId, ofSite.slice(from, from + LOT), since)
  }
}

async function groupLot(db: Db, siteId: string, texts: readonly IndexedText[], since: Date): Promise<void> {
  const fresh = texts.flatMap((text) => describe(text, since))
  const told = new Set(fresh.map((text) => text.id))
  const rest = texts.filter((text) => !told.has(text.id)).map((text) => text.id)
  const [known] = await Promise.all([
    fresh.length > 0 ? listNearTexts(db, siteId, fresh, { since, bits: MAX_DISTANCE }) : [],
    rest.length > 0 && deleteSimilarities(db, siteId, rest),
  ])
  const waves = findWaves(
    fresh,
    known.filter((text) => !told.has(text.id)),
  )
  const begun = waves.flatMap((wave) => (wave.id === null ? wave.joined : []))
  const taken = begun.length > 0 ? await listWaveIds(db, siteId, begun) : new Set<string>()
  const waveIds = new Map<string, string>()
  for (const wave of waves) {
    const waveId = wave.id ?? [...wave.joined].sort().find((id) => !taken.has(id))
    if (waveId !== undefined) for (const id of wave.joined) waveIds.set(id, waveId)
  }
  const joining = [...waveIds].flatMap(([id, waveId]) => (told.has(id) ? [] : [{ id, waveId }]))
  const merging = waves.flatMap(({ id, merged }) => (id === null ? [] : merged.map((from) => ({ from, into: id }))))
  await Promise.all([
    merging.length > 0 && mergeWaves(db, siteId, merging),
    fresh.length > 0 &&
      saveSimilarities(
        db,
        siteId,
        fresh.map((text) => ({ ...text, waveId: waveIds.get(text.id) ?? null })),
      ),
    joining.length > 0 && joinWaves(db, siteId, joining),
  ])
}

/** What a text is like; nothing when it is too short to say, or too old to be of a wave. */
function describe({ id, body, revision, orderedAt }: IndexedText, since: Date): Similarity[] {
  const likeness = orderedAt < since ? null : describeLikeness(body)
  return likeness === null ? [] : [{ id, revision, ...likeness, waveId: null }]
}
