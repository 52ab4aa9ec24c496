import { runLearning } from '../services/judgement/run'
import { startJob } from './start-job'

/** Learns from decisions; stopping waits for the site it is at. */
export const startLearner = () => startJob(runLearning)
