import { runAlertMail } from '../services/alert/mail'
import { startJob } from './start-job'

/** Sends mail about alerts. */
export const startAlertMailer = () => startJob(runAlertMail)
