import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { ingestComments } from '@/lib/services/comment/ingest'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  await makeArticle(site, { externalId: 'closed', state: 'closed' })
})

const rule = (policy: object) => getDb().query('UPDATE site SET policy = $2::jsonb WHERE id = $1', [site.id, JSON.stringify(policy)])
const watch = (term: string, kind: string | null, isHeld: boolean) =>
  getDb().query('INSERT INTO watched_word (site_id, id, term, kind, is_held) VALUES ($1, gen_random_uuid(), $2, $3, $4)', [
    site.id,
    term,
    kind,
    isHeld,
  ])
const comment = (externalId: string, body: string, more: object = {}) => ({ externalId, articleExternalId: 'a', body, ...more })
const send = async (...items: object[]) => (await ingestComments(site.asKey('ingest'), items)).items
const by = (externalId: string) => ({ author: { externalId } })

it('suggests a mark for a watched word, says why, and keeps score and finding', async () => {
  await watch('numbskull', 'insult', false)
  const [result] = await send(comment('c1', 'Only a numbskull closes a road.'))
  expect(result).toMatchObject({
    status: 'published',
    suggestions: [{ mark: 'uncivil', kind: 'insult' }],
    reasons: [expect.stringMatching(/insult/)],
  })
  const [row] = await getDb().query(
    `SELECT c.suggested_uncivil_kind AS kind, s.attribute, c.suggested_uncivil = s.value AS same, c.findings, s.reason
     FROM comment c JOIN score s ON s.comment_id = c.id AND s.attribute LIKE 'uncivil%' AND s.scorer = 'watched_words' WHERE c.site_id = $1`,
    [site.id],
  )
  expect(row).toMatchObject({
    kind: 'insult',
    attribute: 'uncivil.insult',
    same: true,
    findings: [{ phase: 'uncivil', outcome: 'suggest_uncivil' }],
    reason: { spans: [{ start: 7, end: 16 }] },
  })
  expect(await send(comment('c1', 'Only a numbskull closes a road.'))).toEqual([{ ...result, outcome: 'unchanged' }])
})

it('holds a word the site holds, and after the word is edited out a person still looks', async () => {
  await watch('casino', null, true)
  expect((await send(comment('c1', 'Visit my casino')))[0]).toMatchObject({
    status: 'pending',
    reasons: ['Contains a word this site holds'],
  })
  expect((await send(comment('c1', 'Visit my garden')))[0]).toMatchObject({
    outcome: 'updated',
    status: 'pending',
    reasons: ['Edited while it waited for a person'],
  })
})

it('holds a public comment again when an edit brings in a held word', async () => {
  await watch('casino', null, true)
  await send(comment('c1', 'Fine'))
  expect((await send(comment('c1', 'Visit my casino')))[0]).toMatchObject({ outcome: 'updated', status: 'pending' })
})

it('holds what comes under a closed article', async () => {
  const [result] = await send(comment('c1', 'Late', { articleExternalId: 'closed' }))
  expect(result).toMatchObject({ status: 'pending', reasons: ['The discussion of this article is closed'] })
})

it('holds the first comment of a person and no later one, also within one array', async () => {
  await rule({ holdFirstComment: true })
  const status = async (...items: object[]) => (await send(...items)).map((item) => (item.outcome === 'invalid' ? null : item.status))
  expect(await status(comment('c1', 'One', by('u')), comment('c2', 'Two', by('u')), comment('c3', 'Three', by('v')))).toEqual([
    'pending',
    'published',
    'pending',
  ])
  expect(await status(comment('c4', 'Four', by('u')), comment('c5', 'Nobody knows who'))).toEqual(['published', 'published'])
})

it('compares a reply with its parent, stored or in the same array', async () => {
  const text = 'The mayor promised to count visitors on the riverside road before and after the Sundays without cars begin.'
  await send(comment('p', text))
  await send(
    comment('r1', text, { parentExternalId: 'p' }),
    comment('r2', text, { parentExternalId: 'r1' }),
    comment('r3', text, { parentExternalId: 'unknown' }),
  )
  const rows = await getDb().query(
    `SELECT c.external_id AS key FROM score s JOIN comment c ON c.id = s.comment_id
     WHERE s.site_id = $1 AND s.attribute = 'off_topic.parent' ORDER BY 1`,
    [site.id],
  )
  expect(rows).toEqual([{ key: 'r1' }, { key: 'r2' }])
})

it('takes an off-topic suggestion back when the parent that the reply answers arrives', async () => {
  await rule({ suggestOffTopicFrom: 0.5 })
  const text = 'My grandmother bakes rye bread with caraway seeds, sourdough and plenty of patience every winter morning.'
  const [lonely] = await send(comment('r', text, { parentExternalId: 'p' }))
  expect(lonely).toMatchObject({ suggestions: [{ mark: 'off_topic' }] })
  const parent = `The mayor closes the riverside road to cars on Sundays, and the council voted for it. ${text}`
  await send(comment('p', parent))
  const [row] = await getDb().query(
    `SELECT suggested_off_topic AS suggested, findings, version,
       (SELECT count(*) FROM score s WHERE s.comment_id = c.id AND attribute = 'off_topic.parent') AS scored
     FROM comment c WHERE site_id = $1 AND external_id = 'r'`,
    [site.id],
  )
  expect(row).toEqual({ suggested: null, findings: [], version: 1, scored: 1 })
})
