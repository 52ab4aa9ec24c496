import { tidyUp } from '../services/instance/tidy'
import { startJob } from './start-job'

/** Throws away what is old. */
export const startHousekeeper = () => startJob(tidyUp)
