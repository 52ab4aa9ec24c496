import { getDb } from '@/lib/db/connection'
import { POST as postCommentsRoute } from '@/app/api/v1/comments/route'
import { POST as postReportRoute } from '@/app/api/v1/comments/[externalId]/reports/route'
import { POST as postNoteRoute } from '@/app/api/v1/desk/notes/route'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { decideExchange } from '@/lib/services/batch/exchange'
import { makeBatch } from '@/lib/services/batch/preview'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { holdCommenter, releaseCommenter } from '@/lib/services/commenter/hold'
import { listAppeals } from '@/lib/services/appeal/list'
import { addReport } from '@/lib/services/report/add'
import { addNote } from '@/lib/services/teamwork/note'
import { assignComment } from '@/lib/services/teamwork/assign'
import { claimComment } from '@/lib/services/teamwork/claim'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { apiRequest, makeKey } from './api-key'
import { makeArticle } from './article'
import { importText } from './import'
import { NAME, PERSON, TEXT } from './marked-words'
import { requestAs } from './requests'
import { makeRule } from './rule'
import type { TestSite } from './site'

type Desk = Awaited<ReturnType<TestSite['as']>>
const author = { externalId: PERSON, name: NAME }
const other = { externalId: 'else-1', name: 'Else' }
const LONG = 'The night tram is what brings the nurses home and the council knows it well enough'

/** The ids of a site's comments by the source's. */
export async function readIds(site: TestSite): Promise<Record<string, string>> {
  const rows = await getDb().query<{ id: string; key: string }>('SELECT id, external_id AS key FROM comment WHERE site_id = $1', [site.id])
  return Object.fromEntries(rows.map(({ id, key }) => [key, id]))
}

const versionOf = async (by: Desk, id: string) => (await getCommentContext(by, id)).row.version

/** Sends what somebody writes by all doors that a source has: as it comes, again with another text, as a file, with keys for retries. */
export async function writeEverywhere(site: TestSite, admin: Desk): Promise<void> {
  const source = site.asKey('ingest')
  await makeArticle(site, { externalId: 'a' })
  await addWatchedWord(admin, { term: `${TEXT}dirt`, kind: 'insult', isHeld: false })
  await makeRule(admin, { name: 'Links wait', condition: 'links>1', outcome: 'hold' })
  const send = (externalId: string, body: string, more: object = {}) => ({ externalId, articleExternalId: 'a', author, body, ...more })
  await ingestComments(source, [
    send('p1', `First ${TEXT} of all`),
    send('p2', `You idiot of ${TEXT}, read it again`, { parentExternalId: 'e1' }),
    send('p3', `See https://a.example/${TEXT} and https://b.example/${TEXT}`),
    send('p4', `Gone ${TEXT}`),
    send('p5', `${TEXT}dirt and worse`),
    ...[1, 2, 3, 4].map((at) => send(`w${at}`, `${LONG} ${TEXT} ${at}`)),
    send('e1', 'Something by somebody else', { author: other }),
    send('e2', `An answer`, { author: other, parentExternalId: 'p1' }),
  ])
  await ingestComments(source, [send('p1', `Second ${TEXT} of all`, { revision: 2 }), send('p1', `Third ${TEXT} of all`, { revision: 3 })])
  await removeComment(source, 'p4')
  const file = JSON.stringify({ type: 'comment', ...send('i1', `Imported ${TEXT}`) })
  await importText(admin, 'old.ndjson', `${file}\n`)
  await keepReport(site, admin)
  const key = await makeKey(site, 'ingest')
  const once = async (path: string, body: unknown, work: (request: Request) => Promise<Response>) => {
    const request = apiRequest('POST', path, { key, body })
    request.headers.set('idempotency-key', `once-${path}`)
    await work(request)
  }
  await once('/comments', send('k1', `Once ${TEXT}`), postCommentsRoute)
  await once('/comments/e1/reports', { reason: 'abuse', reporter: PERSON, note: `It is ${TEXT}` }, postReportRoute)
}

/** What Settings → Import keeps of a run. */
async function keepReport(site: TestSite, admin: Desk): Promise<void> {
  const report = { preview: [{ author: NAME, excerpt: `Imported ${TEXT}`, isReply: false, postedAt: null }], problems: [] }
  await getDb().query(
    `INSERT INTO import_run (site_id, id, user_id, actor_name, file_name, file_size, is_dry_run, state, report, created_at)
     VALUES ($1, gen_random_uuid(), $2, 'Admin', 'old.ndjson', 10, false, 'done', $3, now())`,
    [site.id, admin.actor.id, JSON.stringify(report)],
  )
}

/** Does all that the desk can do with it, with words on the way. */
export async function moderateEverything(site: TestSite, mo: Desk, ann: Desk): Promise<void> {
  const source = site.asKey('ingest')
  const ids = await readIds(site)
  const id = (key: string) => ids[key] ?? ''
  const [person] = await getDb().query<{ id: string }>('SELECT id FROM commenter WHERE site_id = $1 AND external_id = $2', [
    site.id,
    PERSON,
  ])
  await addReport(source, 'p1', { reason: 'abuse', reporter: 'else-1', note: `They said ${TEXT}` })
  await addReport(source, 'e2', { reason: 'spam', reporter: PERSON, note: `I am ${NAME}` })
  await decideComment(mo, id('p2'), {
    version: await versionOf(mo, id('p2')),
    act: { kind: 'reject', reason: 'abuse' },
    note: `It is ${TEXT}`,
  })
  await addAppeal(source, 'p2', { statement: `I wrote ${TEXT} in jest` })
  const [open] = (await listAppeals(ann, {})).appeals
  await answerAppeal(ann, open?.id ?? '', { version: await versionOf(ann, id('p2')), outcome: 'upheld', note: `No, ${NAME}` })
  await decideComment(mo, id('w1'), { version: 1, act: { kind: 'reject', reason: 'spam' } })
  await addAppeal(source, 'w1', { statement: `Still open, ${TEXT}` })
  const items = [{ id: id('w2'), version: 1, act: { kind: 'reject', reason: 'spam' } as const }]
  await decideExchange(mo, { items, note: `All of ${NAME}` })
  const commenterId = person?.id ?? ''
  await makeBatch(mo, { of: { kind: 'commenter', commenterId }, act: { kind: 'reject', reason: 'other' }, note: `Draft on ${NAME}` })
  await addNote(mo, { about: { commentId: id('p1') }, text: `Look at ${TEXT}` })
  await addNote(mo, { about: { commenterId }, text: `Know ${NAME}` })
  await assignComment(mo, id('p1'), { to: 'leads', note: `Is ${TEXT} a word?` })
  await claimComment(mo, id('p3'))
  await holdCommenter(mo, commenterId, { note: `Because of ${TEXT}` })
  await releaseCommenter(mo, commenterId)
  await holdCommenter(mo, commenterId, { note: `Again ${TEXT}` })
  const noted = await requestAs(mo.actor, 'POST', '/api/v1/desk/notes', { about: { commentId: id('p3') }, text: `Kept ${TEXT}` })
  noted.headers.set('idempotency-key', 'note-1')
  await postNoteRoute(noted)
}
