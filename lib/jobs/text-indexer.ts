import { indexTexts } from '../services/search/index-texts'
import { startJob } from './start-job'

/** Indexes texts. */
export const startTextIndexer = () => startJob(indexTexts)
