import { runRuleWatch } from '../services/rule/run-watch'
import { startJob } from './start-job'

/** Watches what rules do. */
export const startRuleWatch = () => startJob(runRuleWatch)
