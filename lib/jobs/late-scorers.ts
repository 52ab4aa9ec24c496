import { runLateScorers } from '../services/scoring/run-late'
import { startJob } from './start-job'

/** Runs the slow scorers. */
export const startLateScorers = () => startJob(runLateScorers)
