import { runRemoteScorers } from '../services/remote-scorer/run'
import { startJob } from './start-job'

/** Asks the scorers outside; stopping waits for the answers that are on their way. */
export const startRemoteScorers = () => startJob(runRemoteScorers)
