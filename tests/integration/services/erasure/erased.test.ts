import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { numberFeed } from '@/lib/db/decision/feed'
import * as env from '@/lib/env'
import { ScorerClient } from '@/lib/events/ask-scorer'
import { WebhookSender } from '@/lib/events/send-webhook'
import { reconcileArticles } from '@/lib/services/article/reconcile'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { askDue, listReadyScorers } from '@/lib/services/remote-scorer/dispatch'
import { addScorer } from '@/lib/services/remote-scorer/manage'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { answerSecondLook } from '@/lib/services/second-look/answer'
import { drawLooks } from '@/lib/services/second-look/draw'
import { findLook } from '@/lib/services/second-look/next'
import { createWebhook } from '@/lib/services/webhook/manage'
import { prepareDeliveries } from '@/lib/services/webhook/dispatch'
import { FakeCms } from '@/tests/factories/fake-cms'
import { FakeScorer } from '@/tests/factories/fake-scorer'
import { moderateEverything, writeEverywhere } from '@/tests/factories/marked-person'
import { findMarks, PERSON, TEXT } from '@/tests/factories/marked-words'
import { wantLooks } from '@/tests/factories/second-look'
import { sendDueDeliveries } from '@/tests/factories/send-due'
import { makeSite, type TestSite } from '@/tests/factories/site'

type Desk = Awaited<ReturnType<TestSite['as']>>

let site: TestSite
let [admin, mo, ann]: Desk[] = []
const [cms, service] = [new FakeCms(), new FakeScorer()]
const [sender, client] = [new WebhookSender(true), new ScorerClient(true)]
const later = (minutes: number) => () => new Date(Date.now() + minutes * 60_000)

/** What may still have the mark in it, and why. */
const ALLOWED = {
  // The newsroom's own list of words, and who put it there: it was made of no comment, and is about nobody.
  'watched_word.term': 1,
  'audit_entry.subject_name': 1,
}

beforeEach(async () => {
  vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), WEBHOOK_ALLOW_PRIVATE: true, SCORER_ALLOW_PRIVATE: true })
  site = await makeSite()
  ;[admin, mo, ann] = [await site.as('admin', 'Ada'), await site.as('moderator', 'Mo'), await site.as('moderator', 'Ann')]
  cms.secret = (await createWebhook(admin, { url: await cms.listen() })).secret
  service.mood = ({ json }) => {
    const body = json.comment?.body ?? ''
    return body.includes('Third') ? 'reset' : { json: { scores: { insult: 0.93 }, version: body.includes(TEXT) ? TEXT : 'v3' } }
  }
  await addScorer(admin, { name: 'Outside', kind: 'http', url: `${await service.listen()}/score`, timeoutSeconds: 10 })
  await wantLooks(site)
})
afterEach(async () => {
  cms.close()
  service.close()
  vi.mocked(env.readEnv).mockRestore()
  await Promise.all([sender.close(), client.close()])
})

/** All that runs beside requests, once. */
async function runJobs(): Promise<void> {
  while ((await indexNextTexts(getDb(), 50)) > 0);
  const asking = { db: getDb(), now: later(1), client, random: () => 0.5 }
  for (const scorer of await listReadyScorers(asking)) await askDue(asking, scorer)
  const sending = { db: getDb(), now: later(1), sender, random: () => 0.5 }
  await numberFeed(getDb(), site.id)
  await prepareDeliveries(sending)
  await sendDueDeliveries(sending)
  while (await drawLooks(getDb(), site.id, later(30)()));
}

async function fillSite(): Promise<void> {
  if (!admin || !mo || !ann) throw new Error('nobody is at the desk')
  await writeEverywhere(site, admin)
  await runJobs()
  await moderateEverything(site, mo, ann)
  await runJobs()
  const { look } = await findLook(ann, {})
  if (look) await answerSecondLook(ann, { id: look.id, input: { answer: { kind: 'reject', reason: 'abuse' } } })
}

it('leaves no word of a person in any column of any table', async () => {
  await fillSite()
  const before = await findMarks()
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      ...['appeal.statement', 'assignment.note', 'audit_entry.subject_name', 'batch.act', 'comment.body', 'comment_document.document'],
      ...['comment_revision.body', 'comment_scores.scores', 'commenter.external_id', 'commenter.held_note', 'commenter.name'],
      ...[
        'decision.note',
        'idempotency_key.answer',
        'import_run.report',
        'note.text',
        'report.external_id',
        'report.note',
        'report.reporter',
      ],
    ]),
  )
  await eraseCommenter(site.asKey('privacy'), PERSON)
  while (await eraseNext(getDb(), new Date(), 5));
  await runJobs()
  expect(await findMarks()).toEqual(ALLOWED)
  const appeals = await getDb().query<{ outcome: string }>('SELECT outcome FROM appeal WHERE site_id = $1 ORDER BY id', [site.id])
  expect(appeals).toEqual([{ outcome: 'upheld' }, { outcome: 'lapsed' }])
  for await (const { differences } of reconcileArticles(admin ?? site.asKey())) expect(differences).toEqual([])
})
