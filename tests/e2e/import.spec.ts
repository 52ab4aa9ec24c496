import { expect, signIn, test } from './desk-test'

const PAGE = `Skip to main content

Harbour café to keep its jukebox

A jukebox in a café
A jukebox in a café (Image credit: R. Lowe / Harbour Post)

The café at the old quay will keep its jukebox, the owners said on Tuesday. Nobody had asked them to remove it, which made the news all the more welcome to its regulars.

The machine has stood there since 1974 and holds one hundred records, of which about sixty still play when somebody feeds it an old coin.

Rita Lowe
Rita Lowe

Rita Lowe has written for the Harbour Post since 2012. She owns no jukebox.

3 Comments
  • I put a coin in that machine every Friday and it has never once played what I asked for.
  • Then you are pressing the wrong buttons.
    Try B7.
  • > it has never once played what I asked for That is the whole point of it, surely.
`

test('an administrator sees what a saved page would bring in, imports it, and importing it again changes nothing', async ({ page }) => {
  await signIn(page, 'admin')
  const choose = async () => {
    await page.goto('/settings/import')
    await page.locator('input[type=file]').setInputFiles({ name: 'jukebox.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) })
    await expect(page).toHaveURL(/settings\/import\/[0-9a-f-]{36}/)
    await expect(page.getByText('Harbour café to keep its jukebox').first()).toBeVisible()
  }
  await choose()
  await expect(page.getByText('This is what would be imported. Nothing has been written yet.')).toBeVisible()
  // Whoever leaves finds it again.
  await page.goto('/settings/import')
  await expect(page.getByText('read, not imported').first()).toBeVisible()
  await page.getByRole('link', { name: 'jukebox.txt' }).first().click()
  await page.getByRole('button', { name: 'Import 3 comments' }).click()
  await expect(page.getByText('3 comments imported')).toBeVisible()
  await expect(page.getByRole('link', { name: 'See the article' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('import-report.csv')
  await choose()
  await expect(page.getByText('Everything in this file is already here.')).toBeVisible()
  await page.goto('/articles')
  await expect(page.getByRole('link', { name: 'Harbour café to keep its jukebox' })).toHaveCount(1)
})

test('columns with names of their own are put right by hand', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/settings/import')
  const table = 'tema;usuario;contenido;cuando\nBahn;Ann;Guten Tag zusammen;01.07.2014 10:00\nBahn;Bo;Guten Abend;01.07.2014 10:05'
  await page.locator('input[type=file]').setInputFiles({ name: 'tabla.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await expect(page.getByText('This file could not be read')).toBeVisible()
  await page.getByLabel('contenido').selectOption({ label: 'the text' })
  await page.getByLabel('usuario').selectOption({ label: 'the commenter’s name' })
  await page.getByLabel('tema').selectOption({ label: 'the article’s title' })
  await page.getByLabel('cuando').selectOption({ label: 'the time' })
  await page.getByLabel('Time zone of the times in it').fill('Europe/Berlin')
  await page.getByRole('button', { name: 'Read it with these columns' }).click()
  await expect(page.getByRole('button', { name: 'Import 2 comments' })).toBeVisible()
  await expect(page.getByText('Guten Tag zusammen')).toBeVisible()
  await expect(page.getByText('Nothing is lost, but look at these.')).toBeHidden()
  await expect(page.getByLabel('Time zone of the times in it')).toHaveValue('Europe/Berlin')
  // Ten in the morning in Berlin, in summer.
  await expect(page.locator('time[datetime^="2014-07-01T08:00:00"]')).toBeVisible()
})

test('a table that names no article is given one where its columns are named', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/settings/import')
  const table = 'contenido;cuando\nGuten Morgen;2014-07-01 10:00'
  await page.locator('input[type=file]').setInputFiles({ name: 'sin-articulo.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await expect(page.getByText('This file could not be read')).toBeVisible()
  const read = page.getByRole('button', { name: 'Read it with these columns' })
  await page.getByLabel('contenido').selectOption({ label: 'the text' })
  await page.getByLabel('cuando').selectOption({ label: 'the time' })
  await page.getByLabel('Time zone of the times in it').fill('Berlin')
  await read.click()
  // What is wrong stands beside its field, and what was chosen is kept.
  await expect(page.getByText('It is not the name of a time zone, such as Europe/Berlin.')).toBeVisible()
  await page.getByLabel('Time zone of the times in it').fill('Europe/Berlin')
  await read.click()
  await expect(page.getByText('This row names no article.').first()).toBeVisible()
  await page.getByLabel('Article id').fill('night-tram')
  await read.click()
  await expect(page.getByRole('button', { name: 'Import 1 comment' })).toBeVisible()
  await expect(page.getByLabel('Article id')).toHaveValue('night-tram')
})
