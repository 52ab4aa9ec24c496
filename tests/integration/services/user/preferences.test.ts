import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { getPreferences, setPreferences } from '@/lib/services/user/preferences'
import { makeSite } from '@/tests/factories/site'

const USUAL = { density: 'dense', isAdvancing: true, isHarshBlurred: false, hiddenColumns: [], language: null, theme: null, keys: {} }

it('keeps how a person likes the desk, for them alone', async () => {
  const site = await makeSite()
  const [mo, teo] = [await site.as('moderator'), await site.as('moderator')]
  expect(await getPreferences(mo)).toEqual(USUAL)
  const own = { density: 'roomy', theme: 'dark', hiddenColumns: ['article', 'waiting'], keys: { approve: 'y' } }
  await setPreferences(mo, { ...USUAL, ...own })
  expect(await getPreferences(mo)).toEqual({ ...USUAL, ...own })
  expect(await getPreferences(teo)).toEqual(USUAL)
})

it('refuses one key for two things, and keys that are taken', async () => {
  const mo = await (await makeSite()).as('moderator')
  await expect(setPreferences(mo, { keys: { approve: 'r' } })).rejects.toMatchObject({ code: 'invalid_input' })
  for (const key of ['g', '1', 'Escape', 'ß']) {
    await expect(setPreferences(mo, { keys: { approve: key } }), key).rejects.toMatchObject({ code: 'invalid_input' })
  }
  // The text of a comment cannot be hidden from who decides on it.
  await expect(setPreferences(mo, { hiddenColumns: ['comment'] })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(setPreferences((await makeSite()).asKey('read'), {})).rejects.toMatchObject({ code: 'forbidden' })
})

it('leaves a key with what somebody had put on it before a later act came with the same, and lets them change the rest', async () => {
  const mo = await (await makeSite()).as('moderator')
  const kept = { ...USUAL, density: 'roomy', keys: { approve: 'f' } }
  expect(await setPreferences(mo, kept)).toEqual(kept)
  expect(await getPreferences(mo)).toEqual(kept)
  await expect(setPreferences(mo, { keys: { approve: 'f', feature: 'f' } })).rejects.toMatchObject({ code: 'invalid_input' })
})

it('takes what it does not understand for nothing', async () => {
  const mo = await (await makeSite()).as('moderator')
  await getDb().query(`UPDATE app_user SET preferences = '{"density": "huge"}' WHERE id = $1`, [mo.actor.id])
  expect(await getPreferences(mo)).toEqual(USUAL)
})
