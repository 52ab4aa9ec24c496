import { runSecondLooks } from '../services/second-look/run'
import { startJob } from './start-job'

/** Draws decisions for a second look. */
export const startSecondLooks = () => startJob(runSecondLooks)
