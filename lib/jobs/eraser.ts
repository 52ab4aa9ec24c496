import { runErasures } from '../services/erasure/work'
import { startJob } from './start-job'

/** Erases the comments of those who are erased; stopping waits for the lot it is at. */
export const startEraser = () => startJob(runErasures)
