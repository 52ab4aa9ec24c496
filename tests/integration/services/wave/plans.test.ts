import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { groupTexts } from '@/lib/services/wave/group-texts'
import { makeCrowd } from '@/tests/factories/crowd'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

const TEXT = 'Work from home and earn 4500 dollars every single month, my sister started last week, visit earn-easy.example/join now'

let site: TestSite

beforeAll(async () => {
  site = await makeSite()
  await makeCrowd(site.id, 20_000)
  await getDb().query(
    `INSERT INTO comment_similarity (site_id, comment_id, revision, hash, band_0, band_1, band_2, band_3)
     SELECT site_id, id, 0, hash, hash & 65535, hash >> 16 & 65535 | 65536, hash >> 32 & 65535 | 131072, hash >> 48 & 65535 | 196608
     FROM comment, LATERAL (SELECT ('x' || left(md5(id::text), 16))::bit(64)::bigint AS hash) h WHERE site_id = $1`,
    [site.id],
  )
  await getDb().query('VACUUM ANALYZE comment_similarity')
})

it.each(['custom', 'generic'] as const)(
  'finds what is alike among 20,000 by its indexes and reads nothing from end to end: %s plan',
  async (mode) => {
    const db = recordStatements(getDb())
    const rows = await getDb().query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 ORDER BY id DESC LIMIT 4', [site.id])
    const now = new Date()
    const texts = rows.map(({ id }, at) => ({ siteId: site.id, id, body: TEXT, revision: at, parentId: null, orderedAt: now }))
    // The last of four texts that are alike finds the others where they are stored, without a wave.
    for (const text of texts.slice(0, 2)) await groupTexts(db, [text], now)
    await groupTexts(db, texts.slice(2), now)
    expect(new Set(db.statements.map((statement) => statement.name))).toEqual(
      new Set(['near-texts', 'save-similarities', 'wave-ids', 'join-waves']),
    )
    const bands = new Set<string>()
    for (const statement of db.statements) {
      const { sequential, indexes } = await explain(getDb(), statement, mode)
      expect(sequential, statement.name).not.toContain('comment_similarity')
      for (const index of indexes) if (index.includes('_band_')) bands.add(index)
    }
    expect([...bands].sort()).toEqual([0, 1, 2, 3].map((band) => `comment_similarity_site_id_band_${band}_comment_id_hash_idx`))
    await getDb().query('DELETE FROM comment_similarity WHERE comment_id = ANY($1::uuid[])', [texts.map((text) => text.id)])
  },
)
