import type { AlertMeasure } from '../../contracts/alert'
import { claimMails, settleMail, type ClaimedMail } from '../../db/alert-mail'
import { getDb, type Db } from '../../db/connection'
import { waitAfter } from '../../domain/retry'
import { mailSender, publicUrl, readEnv } from '../../env'
import { MailSender } from '../../events/send-mail'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'

const LOOK_MS = 5000
/** Longer than a try can take: after it, somebody else may try. */
const LEASE_MS = 120_000
const AT_ONCE = 20

/** What sending needs: the pool, the clock, the way out, and chance. */
interface Dispatch {
  db: Db
  now: () => Date
  sender: MailSender
  random: () => number
}

/** Sends the mail that is due, each at least once, and returns how many were tried. What fails is tried again, as webhooks are. */
export async function sendDueMails({ db, now, sender, random }: Dispatch): Promise<number> {
  const claimed = await claimMails(db, now(), LEASE_MS, AT_ONCE)
  for (const mail of claimed) {
    const failure = await sender.send({ to: mail.address, ...writeAlertMail(mail), id: `${mail.alertId}.${mail.siteId}` })
    const at = now()
    const wait = failure === null ? null : waitAfter(mail.attempts, random(), null)
    if (failure !== null) log().warn({ alert: mail.alertId, failure }, 'a mail about an alert was not taken')
    await settleMail(db, mail, {
      state: failure === null ? 'delivered' : wait === null ? 'failed' : 'pending',
      nextAttemptAt: new Date(at.getTime() + (wait ?? 0) * 1000),
      failure,
      at,
    })
  }
  return claimed.length
}

const MEASURES: Record<AlertMeasure, (value: string) => string> = {
  rate: (value) => `${value} comments an hour`,
  uncivil: (value) => `${value} of the comments uncivil`,
  off_topic: (value) => `${value} of the comments off-topic`,
}

/** What a mail about an alert says, in English: it goes to addresses, of which no language is known. */
function writeAlertMail({ title: written, siteName, articleId, measure, value, line }: ClaimedMail): {
  subject: string
  text: string
} {
  const write = (figure: number) => (measure === 'rate' ? String(Math.round(figure)) : `${Math.round(figure * 100)} %`)
  const title = written.replaceAll(/\s+/gu, ' ')
  const measured = MEASURES[measure](write(value))
  return {
    subject: `Over a line: ${title}`,
    text: `${siteName}: ${title}

Measured over this hour and the one before: ${measured}. The line is ${write(line)}.

${publicUrl()}/articles/${articleId}

This address was entered under Settings → Alerts.
`,
  }
}

/** Does so until `signal` is aborted, when the server has mail set up. */
export async function runAlertMail(signal: AbortSignal): Promise<void> {
  const { SMTP_URL } = readEnv()
  if (SMTP_URL === undefined) return
  const sender = new MailSender(SMTP_URL, mailSender())
  const dispatch = { db: getDb(), now: () => new Date(), sender, random: Math.random }
  await repeatWork(signal, LOOK_MS, 'mail about alerts could not be sent', async () => (await sendDueMails(dispatch)) > 0)
  sender.close()
}
