import type { Db } from '../../db/connection'
import type { ThoroughReader } from '../../scoring/incivility/thorough-incivility'
import { addLate, type DecidedText } from '../../scoring/judgement/decided-text'
import { isRush } from '../scoring/score-late'

/** Texts that are read between two looks whether ingest needs the machine: about a second. */
const LOT = 50

/**
 * The texts, the last `most` of them with what is known later (`ReadText.late`). It is read on the spot and stored nowhere. Null when
 * ingest needs the machine meanwhile.
 */
export async function addLateReadings<Text extends DecidedText>(
  db: Db,
  reader: ThoroughReader,
  texts: readonly Text[],
  most: number,
): Promise<Text[] | null> {
  const added = [...texts]
  for (let from = Math.max(0, texts.length - most); from < texts.length; from += LOT) {
    if (await isRush(db, new Date())) return null
    const lot = added.slice(from, from + LOT)
    const readings = await reader.read(lot.map(({ text }) => text.body))
    for (const [at, one] of lot.entries()) added[from + at] = addLate(one, readings[at])
  }
  return added
}
