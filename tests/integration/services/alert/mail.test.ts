import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { writeAlertMail } from '@/components/articles/alert-mail'
import type { AlertLines } from '@/lib/contracts/alert'
import { getDb } from '@/lib/db/connection'
import { MailSender } from '@/lib/events/send-mail'
import { readAlertLines, updateLines } from '@/lib/services/alert/lines'
import { sendDueMails } from '@/lib/services/alert/mail'
import { KEPT, purgeOld } from '@/lib/services/instance/purge'
import { watchArticles } from '@/lib/services/alert/watch'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'
import { makeUser } from '@/tests/factories/user'
import { startSmtpServer, type SmtpServer } from '@/tests/factories/smtp-server'

const NOW = new Date('2026-03-09T12:30:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

let server: SmtpServer
let sender: MailSender
beforeAll(async () => {
  server = await startSmtpServer()
  sender = new MailSender(server.url, 'Parley <parley@desk.example>')
})
afterAll(async () => {
  sender.close()
  await server.close()
})
beforeEach(() => void server.mails.splice(0))

const send = (at: Date) => sendDueMails({ db: getDb(), write: writeAlertMail, now: () => at, sender, random: () => 0.5 })

async function raiseAlert(mailTo: string[], title: string, mailLanguage: AlertLines['mailLanguage'] = 'en') {
  const site = await makeSite(() => NOW)
  const admin = await site.as('admin')
  const lines = { ratePerHour: null, uncivilShare: 0.5, offTopicShare: null, leastComments: 2, mailTo, mailLanguage }
  await updateLines(admin, { lines, version: (await readAlertLines(admin)).version })
  const article = await makeArticle(site, { title })
  for (let n = 0; n < 2; n += 1)
    await makeComment(site, { article, receivedAt: new Date('2026-03-09T12:10:00Z'), marks: { uncivil: 'insult' } })
  expect(await watchArticles(getDb(), NOW)).toBe(1)
  return { admin, article }
}

it('tells each address once when an alert is raised, in plain text, and nobody when it ends', async () => {
  const { article } = await raiseAlert(['a@news.example', 'b@news.example'], 'Boils\r\nBcc: c@evil.example over')
  expect(await send(NOW)).toBe(2)
  expect(await send(later(60))).toBe(0)
  expect(server.mails.map(({ from, to }) => [from, to]).sort()).toEqual([
    ['parley@desk.example', ['a@news.example']],
    ['parley@desk.example', ['b@news.example']],
  ])
  // Long lines are folded on their way.
  const data = (server.mails[0]?.data ?? '').replaceAll('=\n', '')
  const [head = ''] = data.split('\n\n', 1)
  expect(head).toContain('Subject: Over a line: Boils Bcc: c@evil.example over')
  expect(head).not.toMatch(/^Bcc:/m)
  expect(head).toContain('Content-Type: text/plain')
  expect(data).toContain('100% of the comments uncivil. The line is 50%.')
  expect(data).toContain(`/articles/${article.id}`)
})

it('tells somebody once who is named twice, and others of their alerts all the same', async () => {
  await raiseAlert(['a@news.example', 'a@news.example'], 'Boils over')
  expect(await send(NOW)).toBe(1)
})

it('tries again what was not taken, says why meanwhile, and gives news of yesterday up', async () => {
  const { admin } = await raiseAlert(['a@news.example'], 'Boils over')
  server.refuse(1)
  expect(await send(NOW)).toBe(1)
  expect(server.mails).toEqual([])
  const { mail } = await readAlertLines(admin)
  expect(mail.failure?.address).toBe('a@news.example')
  expect(mail.failure?.failure).toContain('451 try again later')
  // The second try is due five seconds after the first.
  expect(await send(NOW)).toBe(0)
  expect(await send(later(1))).toBe(1)
  expect(server.mails).toHaveLength(1)
  expect((await readAlertLines(admin)).mail.failure).toBeNull()

  await raiseAlert(['late@news.example'], 'Boiled over')
  expect(await send(later(25 * 60))).toBe(0)
  expect(server.mails).toHaveLength(1)
})

it('sends nothing when nobody is to be told, and refuses what is no address', async () => {
  const { admin } = await raiseAlert([], 'Boils over')
  await getDb().query(`UPDATE alert_mail SET state = 'failed' WHERE address = 'late@news.example'`)
  expect(await send(NOW)).toBe(0)
  const { lines, version } = await readAlertLines(admin)
  await expect(updateLines(admin, { lines: { ...lines, mailTo: ['a@b.example, c@d.example'] }, version })).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

it('is in the language of the site, and in that of their desk for its users', async () => {
  await raiseAlert(['a@news.example', 'Ines.Arabic@news.example'], 'Boils over', 'de')
  const user = await makeUser({ email: 'ines.arabic@news.example', role: 'editor' })
  await getDb().query(`UPDATE app_user SET preferences = '{"language":"ar"}' WHERE id = $1`, [user.id])
  expect(await send(NOW)).toBe(2)
  const textTo = (address: string) => {
    const mail = server.mails.find(({ to }) => to.includes(address))
    const [head = '', ...body] = (mail?.data ?? '').replaceAll('\r', '').split('\n\n')
    const coded = body.join('\n\n')
    const isBase64 = /Content-Transfer-Encoding: base64/i.test(head)
    return isBase64 ? Buffer.from(coded, 'base64').toString() : decodeQuotedPrintable(coded)
  }
  expect(textTo('a@news.example').replaceAll('\u00a0', ' ')).toContain('100 % der Kommentare unhöflich. Die Grenze ist 50 %.')
  expect(textTo('Ines.Arabic@news.example')).toContain('من التعليقات غير لائق')
})

it('is forgotten a month after it was settled, or left lying, and not before', async () => {
  await raiseAlert(['a@news.example', 'b@news.example'], 'Boils over')
  await getDb().query(`DELETE FROM alert_mail WHERE address NOT IN ('a@news.example', 'b@news.example') OR state <> 'pending'`)
  expect(await send(NOW)).toBe(2)
  await getDb().query(`UPDATE alert_mail SET state = 'pending', settled_at = NULL WHERE address = 'b@news.example'`)
  expect(await purgeOld(getDb(), KEPT.alertMails, later(30 * 24 * 60 - 1))).toBe(0)
  expect(await purgeOld(getDb(), { ...KEPT.alertMails, lot: 1 }, later(30 * 24 * 60 + 5))).toBe(2)
  expect(await getDb().query('SELECT FROM alert_mail')).toEqual([])
})

function decodeQuotedPrintable(text: string): string {
  const bytes = text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

it('tells the others of an alert when one mail cannot be put into words, and tries that one again', async () => {
  await raiseAlert(['first@news.example', 'second@news.example'], 'Cannot be told')
  await raiseAlert(['third@news.example'], 'Can be told')
  const write: typeof writeAlertMail = (mail) =>
    mail.title === 'Cannot be told' ? Promise.reject(new Error('no words')) : writeAlertMail(mail)
  const dispatch = { db: getDb(), write, now: () => NOW, sender, random: () => 0.5 }
  while ((await sendDueMails(dispatch)) > 0);
  expect(server.mails.map(({ to }) => to)).toEqual([['third@news.example']])
  const rows = await getDb().query(`SELECT failure, state FROM alert_mail WHERE address LIKE 'first@%'`)
  expect(rows).toEqual([{ failure: 'no words', state: 'pending' }])
  while ((await send(later(5))) > 0);
  expect(server.mails.map(({ to }) => to[0]).sort()).toEqual(['first@news.example', 'second@news.example', 'third@news.example'])
})
