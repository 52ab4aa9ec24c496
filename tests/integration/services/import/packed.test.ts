import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { countImported, importText } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

const ARTICLE = '{"type":"article","externalId":"a1","title":"The packed bridge"}\n'
// Hardly alike, so that packing leaves something to cut.
const lineOf = (number: number) =>
  `{"type":"comment","externalId":"c${number}","articleExternalId":"a1","body":"${Math.sin(number)} ${Math.cos(number)}"}\n`
const LINES = Array.from({ length: 2000 }, (_, number) => lineOf(number))
const PACKED = gzipSync(ARTICLE + LINES.join(''))

describe('importing a file that was packed with gzip', () => {
  it('reads it as if it had been unpacked, and finds nothing new a second time', async () => {
    const site = await makeSite()
    const admin = await site.as('admin')
    const first = await importText(admin, 'export.ndjson.gz', PACKED)
    expect(first).toMatchObject({ format: 'ndjson', counts: { created: 2000, invalid: 0 }, problemCount: 0 })
    const again = await importText(admin, 'export.ndjson', ARTICLE + LINES.join(''))
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2000 })
  })

  it('takes in what comes before the end that is missing, and says that it is missing', async () => {
    const site = await makeSite()
    const report = await importText(await site.as('admin'), 'export.ndjson.gz', PACKED.subarray(0, PACKED.length / 2))
    expect(report.counts.created).toBeGreaterThan(500)
    expect(report.counts.created).toBeLessThan(1500)
    expect(await countImported(site)).toEqual({ articles: 1, comments: report.counts.created })
    expect(report.problems.at(-1)?.message).toBe('The compressed file is damaged or cut off after what begins here. More may be missing.')
    expect(report.problems.at(-1)?.line).toBeGreaterThan(report.counts.created)
  })

  it('reads parts that were joined, and padding behind them, and says when what follows is neither', async () => {
    const rest = gzipSync(LINES.slice(10, 20).join(''))
    const broken = Buffer.concat([Buffer.from([0]), rest.subarray(1)])
    for (const [tail, created, problems] of [
      [rest, 20, 0],
      [Buffer.alloc(5000), 10, 0],
      [Buffer.concat([rest, Buffer.alloc(5000)]), 20, 0],
      [broken, 10, 1],
    ] as const) {
      const site = await makeSite()
      const file = Buffer.concat([gzipSync(ARTICLE + LINES.slice(0, 10).join('')), tail])
      const report = await importText(await site.as('admin'), 'export.ndjson.gz', file)
      expect([report.counts.created, report.problemCount]).toEqual([created, problems])
    }
  })

  it('refuses what cannot be unpacked at all, and what grows without reason', async () => {
    const site = await makeSite()
    const admin = await site.as('admin')
    await expect(importText(admin, 'export.ndjson.gz', PACKED.subarray(0, 12))).rejects.toMatchObject({ code: 'malformed' })
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024, 'x'))
    await expect(importText(admin, 'export.ndjson.gz', bomb)).rejects.toMatchObject({ code: 'too_large' })
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
  })
})
