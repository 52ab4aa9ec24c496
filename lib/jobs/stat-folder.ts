import { foldStats } from '../services/article/fold'
import { startJob } from './start-job'

/** Keeps the figures of discussions quick to read. */
export const startStatFolder = () => startJob(foldStats)
