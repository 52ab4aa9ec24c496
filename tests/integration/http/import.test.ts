import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getReport } from '@/app/api/v1/settings/imports/[id]/report/route'
import { GET as getOne } from '@/app/api/v1/settings/imports/[id]/route'
import { POST as postStart } from '@/app/api/v1/settings/imports/[id]/start/route'
import { POST as postStop } from '@/app/api/v1/settings/imports/[id]/stop/route'
import { GET as getAll, POST as postFile } from '@/app/api/v1/settings/imports/route'
import type { ImportRunResource } from '@/lib/contracts/import'
import type { Problem } from '@/lib/contracts/problem'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import { startImportRunner } from '@/lib/jobs/import-runner'
import { hasFile } from '@/lib/services/import/files'
import { countImported, listImported } from '@/tests/factories/import'
import { holdBatch } from '@/tests/factories/held-batch'
import { requestAs } from '@/tests/factories/requests'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

const PAGE = readFileSync('tests/fixtures/import/harbour-library.txt')

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let folder: string
let stop: (() => Promise<void>) | null = null

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-imports-'))
  vi.spyOn(env, 'dataPath').mockImplementation((...segments) => path.join(folder, ...segments))
})
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
  return async () => {
    await stop?.()
    stop = null
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Asked = { status: number; run: ImportRunResource; detail: string }

async function ask(
  handler: (request: Request) => Promise<Response>,
  method: string,
  at: string,
  body?: unknown,
  as = admin,
): Promise<Asked> {
  const signed = await requestAs(as.actor, method, `/api/v1/settings/imports${at}`, body)
  const response = await handler(signed)
  const value = (await response.json()) as unknown
  return { status: response.status, run: value as ImportRunResource, detail: (value as Problem).detail }
}

/** Uploads as the signed-in user. */
async function upload(query: string, body: BodyInit, as = admin): Promise<Asked> {
  const signed = await requestAs(as.actor, 'POST', '/api/v1/settings/imports')
  const headers = new Headers(signed.headers)
  headers.set('content-type', 'application/octet-stream')
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
  const response = await postFile(new Request(`${signed.url}${query}`, init))
  const value = (await response.json()) as unknown
  return { status: response.status, run: value as ImportRunResource, detail: (value as Problem).detail }
}

/** The run once it has come to an end. */
async function settle(id: string): Promise<ImportRunResource> {
  stop ??= startImportRunner()
  return vi.waitFor(async () => {
    const { run } = await ask(getOne, 'GET', `/${id}`)
    expect(['done', 'failed', 'stopped']).toContain(run.state)
    return run
  }, PATIENT)
}

const rows = (count: number) =>
  `id,article_id,article_title,text\n${Array.from({ length: count }, (_, at) => `c${at},a,Fog,Comment number ${at}`).join('\n')}`

describe('bringing in a file', () => {
  it('reads it without writing, then imports it, and forgets the file', async () => {
    const { status, run } = await upload('?name=page.txt', PAGE)
    expect({ status, state: run.state, isDryRun: run.isDryRun, size: run.fileSize }).toEqual({
      status: 202,
      state: 'waiting',
      isDryRun: true,
      size: PAGE.length,
    })
    const read = await settle(run.id)
    expect(read).toMatchObject({ state: 'done', format: 'article-text', bytesDone: PAGE.length, report: { counts: { created: 7 } } })
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })

    expect((await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })).status).toBe(202)
    expect(await settle(run.id)).toMatchObject({ state: 'done', isDryRun: false, report: { counts: { created: 7 } }, hasFile: false })
    expect(await countImported(site)).toEqual({ articles: 1, comments: 7 })
    await vi.waitFor(async () => expect(await hasFile(run.id)).toBe(false), PATIENT)
    const again = await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })
    expect(again).toMatchObject({ status: 409, detail: 'The file of this import is no longer here. Send it again.' })
  })

  it('is found in the list by whoever comes back', async () => {
    const first = await upload('?name=one.csv', rows(1))
    const second = await upload('?name=two.csv', rows(2))
    const response = await getAll(await requestAs(admin.actor, 'GET', '/api/v1/settings/imports'))
    const { imports } = (await response.json()) as { imports: ImportRunResource[] }
    expect(imports.map(({ id, fileName }) => [id, fileName])).toEqual([
      [second.run.id, 'two.csv'],
      [first.run.id, 'one.csv'],
    ])
    const other = await makeSite()
    expect((await ask(getOne, 'GET', `/${first.run.id}`, undefined, await other.as('admin'))).status).toBe(404)
  })

  it('reads a table again with the columns that somebody names', async () => {
    const table = 'usuario;texto\nAnn;Guten Tag'
    const { run } = await upload('?name=a.csv', table)
    expect(await settle(run.id)).toMatchObject({ state: 'failed', refusal: expect.stringContaining('Say which column it is') as string })
    await upload('?name=fog.csv', rows(1)).then(({ run: known }) =>
      settle(known.id)
        .then(() => ask(postStart, 'POST', `/${known.id}/start`, { isDryRun: false }))
        .then(() => settle(known.id)),
    )
    const options = { articleId: 'a', columns: { body: 'Texto', authorName: 'Usuario' } }
    await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: true, options })
    expect(await settle(run.id)).toMatchObject({
      state: 'done',
      options,
      report: {
        counts: { created: 1 },
        preview: [{ author: 'Ann', excerpt: 'Guten Tag' }],
        columns: [{ name: 'usuario', field: 'authorName' }, { field: 'body' }],
      },
    })
  })

  it('reads the times of a table as those of the zone that somebody names', async () => {
    const table = 'id,article_title,date,text\n1,Fog,2014-07-01 10:00,Hello\n2,Fog,2014-12-01 10:00,Hello'
    const { run } = await upload('?name=a.csv', table)
    expect((await settle(run.id)).report?.problemCount).toBe(1)
    await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: true, options: { timeZone: 'Europe/Berlin' } })
    expect(await settle(run.id)).toMatchObject({ options: { timeZone: 'Europe/Berlin' }, report: { problems: [] } })
    await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })
    await settle(run.id)
    expect((await listImported(site)).map(({ postedAt }) => postedAt?.toISOString())).toEqual([
      '2014-07-01T08:00:00.000Z',
      '2014-12-01T09:00:00.000Z',
    ])
  })

  it('stops when it is told to, keeps what is in, and goes on after it', async () => {
    const { run } = await upload('?name=a.csv', rows(5000))
    await settle(run.id)
    const third = holdBatch(3)
    await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })
    await third.reached
    expect((await ask(getOne, 'GET', `/${run.id}`)).run.report?.counts.created).toBe(2000)
    await ask(postStop, 'POST', `/${run.id}/stop`)
    third.letGo()
    expect(await settle(run.id)).toMatchObject({ state: 'stopped', report: { counts: { created: 3000 } } })
    expect((await countImported(site))?.comments).toBe(3000)
    await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })
    expect(await settle(run.id)).toMatchObject({ state: 'done', report: { articleCount: 1, counts: { created: 5000, unchanged: 0 } } })
    expect((await countImported(site))?.comments).toBe(5000)
  })

  it('is taken up again when the server stopped in its middle, and when it was killed', async () => {
    const { run } = await upload('?name=a.csv', rows(4000))
    await settle(run.id)
    const second = holdBatch(2)
    await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })
    await second.reached
    const stopping = stop?.()
    second.letGo()
    await stopping
    stop = null
    expect((await ask(getOne, 'GET', `/${run.id}`)).run).toMatchObject({ state: 'waiting', report: { counts: { created: 2000 } } })
    // As a killed process leaves it: running, and not heard of.
    await getDb().query("UPDATE import_run SET state = 'running', heartbeat_at = now() - interval '31 seconds' WHERE id = $1", [run.id])
    expect(await settle(run.id)).toMatchObject({ state: 'done', report: { counts: { created: 4000, unchanged: 0 } } })
  })

  it('gives its report as a file, with nothing a spreadsheet would run', async () => {
    const { run } = await upload('?name=a.csv', 'id,article_id,article_title,text\nc1,a,Fog,Hello\nc2,a\n')
    expect((await ask(getReport, 'GET', `/${run.id}/report`)).status).toBe(404)
    await settle(run.id)
    await getDb().query(`UPDATE import_run SET report = jsonb_set(report, '{problems,0,message}', '"=cmd|calc, \\"x\\""') WHERE id = $1`, [
      run.id,
    ])
    const csv = await getReport(await requestAs(admin.actor, 'GET', `/api/v1/settings/imports/${run.id}/report?format=csv`))
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="import-report.csv"')
    const lines = (await csv.text()).split('\r\n')
    expect(lines.slice(0, 3)).toEqual(['line,what,count', ',articles,1', ',comments created,1'])
    expect(lines).toContain(`3,"'=cmd|calc, ""x""",`)
    const { run: report } = await ask(getReport, 'GET', `/${run.id}/report`)
    expect(report).toMatchObject({ fileName: 'a.csv', counts: { created: 1, invalid: 1 } })
  })
})

describe('what is refused', () => {
  it('is for administrators', async () => {
    for (const role of ['moderator', 'editor'] as const) {
      const { status, detail } = await upload('?name=page.txt', PAGE, await site.as(role))
      expect({ status, detail }).toEqual({ status: 403, detail: `The role ${role} may not import files.` })
    }
  })

  it('an empty file, another format, wrong columns', async () => {
    expect(await upload('?name=a.csv', '')).toMatchObject({ status: 422, detail: 'This file is empty. Nothing was imported.' })
    expect((await upload('?name=a.csv&format=xml', rows(1))).status).toBe(422)
    expect((await upload('?name=a.csv&column=body', rows(1))).status).toBe(422)
    expect((await upload('?name=a.csv&column=text=Kommentar', rows(1))).status).toBe(422)
    for (const zone of ['Berlin', '%2B02:00']) expect((await upload(`?name=a.csv&timeZone=${zone}`, rows(1))).status).toBe(422)
  })

  it('a file larger than the limit: nothing of it is kept', async () => {
    const limited = vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), IMPORT_MAX_MB: 1 })
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536
        controller.enqueue(Buffer.alloc(65_536, 'a'))
      },
    })
    expect(await upload('?name=a.csv', endless)).toMatchObject({ status: 413, detail: 'The file is larger than 1 MB. Split it.' })
    limited.mockRestore()
    expect(sent).toBeLessThan(4 * 1024 * 1024)
    const response = await getAll(await requestAs(admin.actor, 'GET', '/api/v1/settings/imports'))
    expect(await response.json()).toEqual({ imports: [] })
  })

  it('a picture, once it is looked at', async () => {
    const { run } = await upload('?name=a.csv', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
    expect(await settle(run.id)).toMatchObject({ state: 'failed', refusal: expect.stringContaining('a picture') as string })
  })

  it('to start what is being read, and what is not there', async () => {
    const { run } = await upload('?name=a.csv', rows(1))
    expect(await ask(postStart, 'POST', `/${run.id}/start`, { isDryRun: false })).toMatchObject({ status: 409 })
    expect((await ask(postStop, 'POST', `/${run.id}/stop`)).run).toMatchObject({ state: 'stopped' })
    expect((await ask(postStart, 'POST', '/01a20d85-bb1b-7220-baca-7f47cdcf67c0/start', { isDryRun: false })).status).toBe(404)
  })
})
