import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { findSiteRules } from '@/lib/db/score/site-rules'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

const HELD = { kind: null, isHeld: true }

const readTerms = async (site: TestSite) => (await findSiteRules(getDb(), site.id))?.watchedWords.map(({ term }) => term)

it('gives the very list it gave before while no word of the site changes, and asks the database not to write it out', async () => {
  const [site, other] = [await makeSite(), await makeSite()]
  await addWatchedWord(await site.as('admin'), { term: 'piffle', ...HELD })
  const first = await findSiteRules(getDb(), site.id)
  await addWatchedWord(await other.as('admin'), { term: 'twaddle', ...HELD })
  const db = recordStatements(getDb())
  const second = await findSiteRules(db, site.id)
  expect(second?.watchedWords).toEqual([{ term: 'piffle', ...HELD }])
  expect(second?.watchedWords).toBe(first?.watchedWords)
  const [statement] = db.statements
  expect(await getDb().query<{ words: unknown }>(statement?.text ?? '', statement?.values)).toMatchObject([{ words: null }])
})

it('knows of every change at once, whoever made it, and of none that was taken back', async () => {
  const site = await makeSite()
  expect(await readTerms(site)).toEqual([])
  await addWatchedWord(await site.as('admin'), { term: 'piffle', ...HELD })
  expect(await readTerms(site)).toEqual(['piffle'])
  await getDb().query(`UPDATE watched_word SET term = 'twaddle' WHERE site_id = $1`, [site.id])
  expect(await readTerms(site)).toEqual(['twaddle'])
  await getDb()
    .transaction(async (db) => {
      await db.query('DELETE FROM watched_word WHERE site_id = $1', [site.id])
      expect((await findSiteRules(db, site.id))?.watchedWords).toEqual([])
      throw new Error('taken back')
    })
    .catch(() => undefined)
  expect(await readTerms(site)).toEqual(['twaddle'])
  await getDb().query('DELETE FROM watched_word WHERE site_id = $1', [site.id])
  expect(await readTerms(site)).toEqual([])
})
