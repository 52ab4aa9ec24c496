import { runImports } from '../services/import/work'
import { startJob } from './start-job'

/** Reads and imports files; stopping waits for the part it is at. */
export const startImportRunner = () => startJob(runImports)
