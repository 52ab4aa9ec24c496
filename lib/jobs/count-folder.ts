import { foldCounts } from '../services/queue/fold'
import { startJob } from './start-job'

/** Keeps the queues' counts quick to read. */
export const startCountFolder = () => startJob(foldCounts)
