import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportRunResource } from '@/lib/contracts/import'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import { startImportRunner } from '@/lib/jobs/import-runner'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { getImportRun, startImportRun, stopImport, uploadImport } from '@/lib/services/import/manage'
import { holdBatches, type HeldBatch } from '@/tests/factories/held-batch'
import { countImported, listImported } from '@/tests/factories/import'
import { PATIENT } from '@/tests/factories/settle'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let folder: string
const stops: (() => Promise<void>)[] = []
const held: HeldBatch[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-imports-'))
  vi.spyOn(env, 'dataPath').mockImplementation((...segments) => path.join(folder, ...segments))
})
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
  return async () => {
    for (const one of held.splice(0)) one.letGo()
    await Promise.all(stops.splice(0).map((stop) => stop()))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A process of its own that imports, but for that it shares this one's memory. */
const startProcess = () => stops.push(startImportRunner())

function hold(...nths: number[]): HeldBatch[] {
  const batches = holdBatches(nths)
  held.push(...batches)
  return batches
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
  await Promise.resolve()
}

async function upload(name: string, text: string): Promise<string> {
  const { id } = await uploadImport(admin, name, bytesOf(text), {})
  await settle(id)
  return id
}

async function settle(id: string): Promise<ImportRunResource> {
  return vi.waitFor(async () => {
    const run = await getImportRun(admin, id)
    expect(['done', 'failed', 'stopped']).toContain(run.state)
    return run
  }, PATIENT)
}

const table = (count: number) =>
  `id,article_id,article_title,text,other\n${Array.from({ length: count }, (_, at) => `c${at},a,Fog,Text ${at},Other ${at}`).join('\n')}`

describe('an import', () => {
  it('that was taken over is left alone by the process that was taken for dead, which writes no report and no end', async () => {
    startProcess()
    const id = await upload('a.csv', table(4000))
    // Of the first process the second part, of the other its second, which is the third of the file.
    const [first, other] = hold(2, 4)
    await startImportRun(admin, id, { isDryRun: false })
    await first?.reached
    await getDb().query("UPDATE import_run SET heartbeat_at = now() - interval '31 seconds' WHERE id = $1", [id])
    startProcess()
    await other?.reached
    first?.letGo()
    // It has written its part, and looks for the next work only once it has left this one.
    const next = await upload('b.csv', 'id,article_title,text\nx,Rain,Hello')
    expect((await getImportRun(admin, next)).state).toBe('done')
    expect(await getImportRun(admin, id)).toMatchObject({ state: 'running', report: { counts: { created: 2000, unchanged: 0 } } })
    other?.letGo()
    expect(await settle(id)).toMatchObject({ state: 'done', report: { articleCount: 1, counts: { created: 4000, unchanged: 0 } } })
    expect((await countImported(site))?.comments).toBe(4000)
  })

  it('shows in its report nothing of whoever is erased while it runs, or was before', async () => {
    startProcess()
    const file = table(1500).replace('text,other', 'text,author').replace('Other 0\n', 'Nora\n')
    const authors = ({ report }: ImportRunResource) => report?.preview.map(({ author }) => author).slice(0, 2)
    const id = await upload('a.csv', file)
    expect(authors(await getImportRun(admin, id))).toEqual(['Nora', 'Other 1'])
    const [second] = hold(2)
    await startImportRun(admin, id, { isDryRun: false })
    await second?.reached
    expect(authors(await getImportRun(admin, id))).toEqual(['Nora', 'Other 1'])
    await eraseCommenter(admin, 'name:Nora')
    second?.letGo()
    expect(authors(await settle(id))).toEqual([])
    expect(authors(await getImportRun(admin, await upload('b.csv', file)))).toEqual([])
    while (await eraseNext(getDb(), new Date()));
    expect(authors(await getImportRun(admin, await upload('c.csv', file)))).toEqual(['Other 1', 'Other 2'])
  })

  it('whose file is gone says so', async () => {
    const { id } = await uploadImport(admin, 'a.csv', bytesOf(table(1)), {})
    await rm(path.join(folder, 'imports', id))
    startProcess()
    expect(await settle(id)).toMatchObject({ state: 'failed', refusal: 'The file of this import is no longer here. Send it again.' })
  })

  it('that is to be read in another way begins anew: what was done of its records is not what is done of these', async () => {
    startProcess()
    const id = await upload('a.csv', table(2500))
    const [second] = hold(2)
    await startImportRun(admin, id, { isDryRun: false })
    await second?.reached
    await stopImport(admin, id)
    second?.letGo()
    expect(await settle(id)).toMatchObject({ state: 'stopped', report: { counts: { created: 2000 } } })
    await startImportRun(admin, id, { isDryRun: false, options: { columns: { body: 'other' } } })
    expect(await settle(id)).toMatchObject({ state: 'done', report: { counts: { created: 500, updated: 2000 } } })
    const texts = (await listImported(site)).map(({ body }) => body)
    expect(texts.filter((text) => text.startsWith('Other'))).toHaveLength(2500)
  })
})
