import { runAlertMail, type WriteMail } from '../services/alert/mail'
import { startJob } from './start-job'

/** Sends mail about alerts, in the words of `write`. */
export const startAlertMailer = (write: WriteMail) => startJob((signal) => runAlertMail(write, signal))
