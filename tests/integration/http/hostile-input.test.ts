import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as postComments } from '@/app/api/v1/comments/route'
import type { IngestAnswer } from '@/lib/contracts/ingest'
import { apiRequest, makeKey } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

const SAMPLES = path.resolve('../shared/samples')
const JSON_EDGES = path.join(SAMPLES, 'json-edge/test_parsing')
const NAUGHTY = path.join(SAMPLES, 'naughty-strings/blns.json')

let site: TestSite
let key: string
beforeAll(async () => {
  site = await makeSite()
  key = await makeKey(site, 'ingest')
  await makeArticle(site, { externalId: 'a' })
})

const postRaw = (raw: BodyInit, type?: string) =>
  postComments(apiRequest('POST', '/comments', { key, raw, ...(type === undefined ? {} : { type }) }))
const postJson = (value: unknown) => postRaw(JSON.stringify(value))
const comment = (externalId: string, more: object = {}) => ({ externalId, articleExternalId: 'a', body: 'Fine', ...more })
const MEGABYTE = 1024 * 1024

describe('bodies that cannot be read', () => {
  it.each<[string, BodyInit, number]>([
    ['no body', '', 400],
    ['half of an object', '{"externalId":', 400],
    ['a trailing comma', '[1,]', 400],
    ['single quotes', "{'a':1}", 400],
    ['NaN', '[NaN]', 400],
    ['a byte order mark alone', '\ufeff', 400],
    ['100,000 opening brackets', '['.repeat(100_000), 400],
    ['100,000 nested arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 200],
    ['100,000 nested objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 422],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x5b, 0x00, 0x5d, 0x00]), 400],
    ['a bare null', 'null', 422],
    ['a number beyond all numbers', '1e999', 422],
    ['an object of 2 MB', JSON.stringify(comment('big', { body: 'x'.repeat(2 * MEGABYTE) })), 413],
    ['an array of 9 MB', JSON.stringify([comment('big', { body: 'x'.repeat(9 * MEGABYTE) })]), 413],
    ['an object with its own prototype', '{"__proto__":{"externalId":"x"},"constructor":1}', 422],
  ])('%s', async (_name, raw, status) => {
    expect((await postRaw(raw)).status).toBe(status)
  })

  it('another media type is 415', async () => {
    expect((await postRaw('{}', 'text/plain')).status).toBe(415)
  })
})

describe('items that cannot be kept', () => {
  it.each<[string, object, string]>([
    ['NUL in the text', { body: 'a\u0000b' }, '/body'],
    ['a lone surrogate in the text', { body: 'a\ud800b' }, '/body'],
    ['a lone surrogate in the id', { externalId: 'x\udc00' }, '/externalId'],
    ['NUL in a name', { author: { name: 'a\u0000' } }, '/author/name'],
    ['an id of 201 characters', { externalId: 'x'.repeat(201) }, '/externalId'],
    ['a text of 50,001 characters', { body: 'x'.repeat(50_001) }, '/body'],
    ['white space alone', { body: '\u00a0\u3000\n' }, '/body'],
    ['the year 0', { postedAt: '0000-01-01T00:00:00Z' }, '/postedAt'],
    ['a year of five digits by offset', { postedAt: '9999-12-31T23:59:59-01:00' }, '/postedAt'],
    ['the 30th of February', { postedAt: '2026-02-30T00:00:00Z' }, '/postedAt'],
    ['a time without offset', { postedAt: '2026-02-03T00:00:00' }, '/postedAt'],
    ['a revision of a half', { revision: 0.5 }, '/revision'],
    ['a revision below zero', { revision: -1 }, '/revision'],
    ['a revision beyond 2^53', { revision: 2 ** 53 }, '/revision'],
    ['a field nobody knows', { 'x/y~z': 1 }, ''],
    ['a lone surrogate as a field', { '\ud800': 1 }, ''],
    ['a language that is none', { language: 'x y' }, '/language'],
    ['an array for a text', { body: ['a'] }, '/body'],
  ])('%s is told, and its neighbours are kept', async (name, more, pointer) => {
    const neighbour = `neighbour of ${name}`
    const response = await postJson([comment('wrong', more), comment(neighbour)])
    const { items } = (await response.json()) as IngestAnswer
    expect(response.status).toBe(200)
    expect(items[0]).toMatchObject({ outcome: 'invalid', problems: [{ path: pointer }] })
    expect(items[1]).toMatchObject({ externalId: neighbour, outcome: 'created' })
  })

  it('keeps hostile text exactly as it is', async () => {
    const texts = [
      '<script>alert(1)</script>',
      "'; DROP TABLE comment; --",
      '{1,2}',
      '\\u0000',
      '"\\',
      'NULL',
      '\u202eabc',
      'a\u0301',
      '𝒳👩‍👩‍👧',
      '\u007f\u0001',
    ]
    await postJson(texts.map((body, index) => comment(`hostile-${index}`, { body, author: { name: body }, language: null })))
    const rows = await readComments(site)
    expect(texts.map((_, index) => rows[`hostile-${index}`]?.body)).toEqual(texts)
  })

  it('takes -0 and a fraction of a nanosecond', async () => {
    const raw = '{"externalId":"minus","articleExternalId":"a","body":"x","revision":-0,"postedAt":"2026-01-01T00:00:00.0000000001Z"}'
    expect((await postRaw(raw)).status).toBe(201)
    expect((await readComments(site))['minus']?.sourceRevision).toBe(0)
  })
})

describe.skipIf(!existsSync(JSON_EDGES))('the JSON edge cases of the samples folder', () => {
  const files = existsSync(JSON_EDGES) ? readdirSync(JSON_EDGES) : []
  it(`answers each of ${files.length} files with a plain refusal or a result`, async () => {
    const surprising: string[] = []
    for (const file of files) {
      const response = await postRaw(readFileSync(path.join(JSON_EDGES, file)))
      const isExpected = file.startsWith('n_') ? response.status === 400 : [200, 400, 422].includes(response.status)
      if (!isExpected) surprising.push(`${file}: ${response.status}`)
    }
    expect(surprising).toEqual([])
  })
})

describe.skipIf(!existsSync(NAUGHTY))('the naughty strings of the samples folder', () => {
  it('keeps each as text, id and name exactly, or says why not', async () => {
    const strings = JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]
    const response = await postJson(
      strings.map((text, index) => comment(`n${index}`, { body: text, author: { name: text.slice(0, 200).toWellFormed() } })),
    )
    const { items } = (await response.json()) as IngestAnswer
    const rows = await readComments(site)
    strings.forEach((text, index) => {
      if (text.trim() === '') expect(items[index]?.outcome).toBe('invalid')
      else expect(rows[`n${index}`]?.body).toBe(text)
    })
    const asIds = await postJson([...new Set(strings)].map((text) => comment(text)))
    const answer = (await asIds.json()) as IngestAnswer
    expect(answer.counts.created + answer.counts.invalid).toBe(answer.items.length)
    const kept = await readComments(site)
    for (const item of answer.items) if (item.outcome === 'created') expect(kept[item.externalId]?.body).toBe('Fine')
  })
})
