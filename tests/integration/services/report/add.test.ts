import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { editComment } from '@/lib/services/comment/edit'
import { addReport } from '@/lib/services/report/add'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

const NOW = new Date('2026-03-01T12:00:00.000Z')

let site: TestSite
beforeEach(async () => {
  site = await makeSite(() => NOW)
  await makeComment(site, { externalId: 'c' })
})

const add = (input: Parameters<typeof addReport>[2], on = 'c') => addReport(site.asKey('ingest'), on, input)
const openReports = async (key = 'c') => (await readComments(site))[key]?.openReports

it('keeps a report and counts it, without making a new version', async () => {
  const answer = await add({ externalId: 'r1', reason: 'abuse', reporter: 'Bo', note: 'Look', reportedAt: '2026-03-01T11:00:00Z' })
  expect(answer).toMatchObject({ externalId: 'r1', outcome: 'created', isOpen: true })
  const [row] = await getDb().query(
    'SELECT id, reason, reporter, note, reported_at AS at, resolved_at AS resolved FROM report WHERE site_id = $1',
    [site.id],
  )
  expect(row).toEqual({
    id: answer.id,
    reason: 'abuse',
    reporter: 'Bo',
    note: 'Look',
    at: new Date('2026-03-01T11:00:00Z'),
    resolved: null,
  })
  expect((await readComments(site))['c']).toMatchObject({ openReports: 1, version: 1 })
})

it('counts once when it is sent twice', async () => {
  const first = await add({ externalId: 'r1', reason: 'abuse' })
  expect(await add({ externalId: 'r1', reason: 'spam' })).toEqual({ ...first, outcome: 'unchanged' })
  expect(await openReports()).toBe(1)
})

it('without an id counts a reader once and unnamed readers each time', async () => {
  const outcomes = []
  for (const reporter of ['Bo', 'Bo', undefined, undefined]) outcomes.push((await add({ reason: 'spam', reporter })).outcome)
  expect(outcomes).toEqual(['created', 'unchanged', 'created', 'created'])
  expect(await openReports()).toBe(3)
})

it('counts each of many that arrive at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => add({ externalId: `r${index % 10}`, reason: 'abuse' })))
  expect(await openReports()).toBe(10)
})

it('keeps but closes reports on a text that a person has settled, until it is edited', async () => {
  const article = await makeComment(site, { externalId: 'settled', status: 'approved', reviewedAt: NOW })
  expect(await add({ externalId: 'r1', reason: 'abuse' }, 'settled')).toMatchObject({ outcome: 'created', isOpen: false })
  const [row] = await getDb().query('SELECT resolved_at AS resolved FROM report WHERE comment_id = $1', [article.id])
  expect([row, await openReports('settled')]).toEqual([{ resolved: NOW }, 0])
  await editComment(site.asKey('ingest'), 'settled', { body: 'New text' })
  expect((await add({ externalId: 'r2', reason: 'abuse' }, 'settled')).isOpen).toBe(true)
  expect(await openReports('settled')).toBe(1)
})

it('refuses the id of a report about another comment, and a time in the future', async () => {
  await makeComment(site, { externalId: 'other' })
  await add({ externalId: 'r1', reason: 'abuse' })
  await expect(add({ externalId: 'r1', reason: 'abuse' }, 'other')).rejects.toMatchObject({
    code: 'invalid_input',
    detail: { problems: [{ path: ['externalId'] }] },
  })
  await expect(add({ reason: 'abuse', reportedAt: '2026-03-03T00:00:00Z' })).rejects.toMatchObject({ code: 'invalid_input' })
  expect([await openReports(), await openReports('other')]).toEqual([1, 0])
})

it('says so when there is no such comment, and is for keys with the scope ingest only', async () => {
  await expect(add({ reason: 'abuse' }, 'nope')).rejects.toMatchObject({ code: 'not_found' })
  await expect(addReport(site.asKey('read'), 'c', { reason: 'abuse' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(addReport((await makeSite()).asKey('ingest'), 'c', { reason: 'abuse' })).rejects.toMatchObject({ code: 'not_found' })
})

it('keeps reports without an id apart, whatever colons the ids of comments and readers hold', async () => {
  await makeComment(site, { externalId: 'c:user' })
  expect(await add({ reason: 'abuse', reporter: 'user:5' })).toMatchObject({ outcome: 'created', externalId: 'c:user:5' })
  expect(await add({ reason: 'abuse', reporter: '5' }, 'c:user')).toMatchObject({ outcome: 'created', externalId: 'c%3Auser:5' })
  expect([await openReports(), await openReports('c:user')]).toEqual([1, 1])
})
