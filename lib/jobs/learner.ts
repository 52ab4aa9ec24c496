import { runLearning } from '../services/judgement/run'
import { startJob } from './start-job'

/**
 * Learns from decisions; stopping breaks off what is being learnt.
 *
 * @param file lib/scoring/judgement/learning-worker, bundled; null: in this thread
 */
export const startLearner = (file: URL | null) => startJob((signal) => runLearning(signal, file))
