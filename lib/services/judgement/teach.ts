import type { Db } from '../../db/connection'
import type { ThoroughReader } from '../../scoring/incivility/thorough-incivility'
import { addLate, type DecidedText } from '../../scoring/judgement/decided-text'
import type { Learning } from '../../scoring/judgement/learning'
import { isRush } from '../scoring/score-late'
import { gatherDecided, gatherPassed, type Lot } from './gather'

/** So many texts of each sort are read thoroughly, some 15 milliseconds each: what thousands teach, more of them hardly improve. */
const MOST_READ = { decided: 4000, passed: 1000 }

/** Where texts are learnt from, and what reads them thoroughly; no reader: only what is known when they come in. */
interface Lessons {
  learning: Learning
  startReader: (() => Promise<ThoroughReader>) | null
  now: Date
  /** With fewer decisions there is nothing to learn. */
  least: number
  signal?: AbortSignal | undefined
}

/**
 * Hands over what a site's people have decided and what was let pass, with what is known later of the newest (`ReadText.late`), which is read
 * on the spot and stored nowhere. Gives the decisions by id, the oldest first; null when ingest needs the machine meanwhile, or `signal` is aborted.
 */
export async function teach(db: Db, siteId: string, { learning, startReader, now, least, signal }: Lessons): Promise<string[] | null> {
  const reader = startReader && new LateReader(db, startReader, signal)
  try {
    const decisions: string[] = []
    for await (const lot of gatherDecided(db, siteId)) {
      const texts = await readLate(lot, reader, MOST_READ.decided)
      if (texts === null) return null
      learning.addDecided(texts)
      decisions.push(...texts.map(({ decisionId }) => decisionId))
    }
    if (decisions.length < least) return decisions
    for await (const lot of gatherPassed(db, siteId, now, decisions.length)) {
      const texts = await readLate(lot, reader, MOST_READ.passed)
      if (texts === null) return null
      learning.addPassed(texts)
    }
    return decisions
  } finally {
    await reader?.stop()
  }
}

function readLate<Text extends DecidedText>({ texts, left }: Lot<Text>, reader: LateReader | null, most: number): Promise<Text[] | null> {
  return reader === null || left >= most ? Promise.resolve(texts) : reader.read(texts)
}

/** Loaded when the first text is to be read: it takes 90 MB. */
class LateReader {
  private loaded: Promise<ThoroughReader> | null = null

  constructor(
    private readonly db: Db,
    private readonly start: () => Promise<ThoroughReader>,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** The texts with what is known later of them; null when something else comes first. */
  async read<Text extends DecidedText>(texts: Text[]): Promise<Text[] | null> {
    if (this.signal?.aborted === true || (await isRush(this.db, new Date()))) return null
    this.loaded ??= this.start()
    const readings = await (await this.loaded).read(texts.map(({ text }) => text.body))
    return texts.map((one, at) => addLate(one, readings[at]))
  }

  async stop(): Promise<void> {
    await (await this.loaded)?.stop()
  }
}
