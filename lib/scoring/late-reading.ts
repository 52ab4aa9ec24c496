import type { BaseReading } from './base-reading'
import { SCORER_VERSIONS } from './scorer-versions'

/** Of readings that newsrooms learn on once a text has been read thoroughly: changes with the models of either reading. */
export const LATE_READING_VERSION = `${SCORER_VERSIONS.base}/${SCORER_VERSIONS.late_incivility}`

/** What a more thorough reading says of a text beside its log-odds: the vector of the text in which nobody is named. */
export interface LaterKnown {
  logits: BaseReading['logits']
  vector: Float32Array
}

/** A reading with the log-odds of a more thorough one wherever that has some: they mean the same, and rank better. */
export function deepen(reading: BaseReading, thorough: Pick<LaterKnown, 'logits'> | null): BaseReading {
  return thorough === null ? reading : { ...reading, logits: { ...reading.logits, ...thorough.logits } }
}

/**
 * The reading that newsrooms learn on as soon as a text has been read thoroughly: the sentence vector describes it better than the net does.
 */
export function readLate(reading: BaseReading, thorough: LaterKnown): BaseReading {
  return { ...deepen(reading, thorough), version: LATE_READING_VERSION, embedding: thorough.vector }
}

/** What is known of a text: its reading, as well as it may be known, and the later one, where it has been read thoroughly. */
export function readBoth(reading: BaseReading, thorough: LaterKnown | null): { reading: BaseReading; late: BaseReading | null } {
  return { reading: deepen(reading, thorough), late: thorough && readLate(reading, thorough) }
}
