import { runRescores } from '../services/rescore/work'
import { startJob } from './start-job'

/** Scores sites again when they are asked to be; stopping waits for the part it is at. */
export const startRescorer = () => startJob(runRescores)
