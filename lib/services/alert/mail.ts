import type { AlertMail } from '../../contracts/alert'
import { claimMails, settleMail, type ClaimedMail } from '../../db/alert-mail'
import { getDb, type Db } from '../../db/connection'
import { describeError } from '../../domain/errors'
import { isLanguage } from '../../domain/languages'
import { waitAfter } from '../../domain/retry'
import { mailSender, publicUrl, readEnv } from '../../env'
import { MailSender } from '../../events/send-mail'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'

const LOOK_MS = 5000
/** Longer than a try can take: after it, somebody else may try. */
const LEASE_MS = 120_000
/** As many as there are connections: what waits for one would outlast its lease. */
const AT_ONCE = 2

/** Puts a mail into words: what speaks languages stands above the services. */
export type WriteMail = (mail: AlertMail) => Promise<{ subject: string; text: string }>

/** What sending needs: the pool, the words, the clock, the way out, and chance. */
interface Dispatch {
  db: Db
  write: WriteMail
  now: () => Date
  sender: MailSender
  random: () => number
}

/** Sends the mail that is due, each at least once, and returns how many were tried. What fails is tried again, as webhooks are. */
export async function sendDueMails(dispatch: Dispatch): Promise<number> {
  const claimed = await claimMails(dispatch.db, dispatch.now(), LEASE_MS, AT_ONCE)
  await Promise.all(claimed.map((mail) => deliver(dispatch, mail)))
  return claimed.length
}

async function deliver({ db, write, now, sender, random }: Dispatch, mail: ClaimedMail): Promise<void> {
  // One that cannot be put into words has failed like one that nobody takes, and holds up no other.
  const words = await write(toAlertMail(mail)).catch((error: unknown) => ({
    fault: describeError(error),
  }))
  const failure = 'fault' in words ? words.fault : await sender.send({ to: mail.address, ...words, id: `${mail.alertId}.${mail.siteId}` })
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

function toAlertMail({ language, siteName, articleId, ruleId, title, measure, value, line }: ClaimedMail): AlertMail {
  const address = `${publicUrl()}${articleId === null ? `/settings/rules/${ruleId}` : `/articles/${articleId}`}`
  return { language: isLanguage(language) ? language : 'en', siteName, title, measure, value, line, address }
}

/** Does so until `signal` is aborted, when the server has mail set up. */
export async function runAlertMail(write: WriteMail, signal: AbortSignal): Promise<void> {
  const { SMTP_URL } = readEnv()
  if (SMTP_URL === undefined) return
  const sender = new MailSender(SMTP_URL, mailSender())
  const dispatch = { db: getDb(), write, now: () => new Date(), sender, random: Math.random }
  await repeatWork(signal, LOOK_MS, 'mail about alerts could not be sent', async () => (await sendDueMails(dispatch)) > 0)
  sender.close()
}
