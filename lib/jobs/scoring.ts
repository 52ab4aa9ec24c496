import { startThread } from '../services/scoring/start-thread'

/** Has comments scored on a thread of its own from now on, where the machine has a processor for it; the result stops it. */
export const startScoring = startThread
