import { runAlerts } from '../services/alert/watch'
import { startJob } from './start-job'

/** Raises and clears alerts. */
export const startAlertWatch = () => startJob(runAlerts)
