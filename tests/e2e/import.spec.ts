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
  for (const expected of [/3 new|Import 3 comments/, /3 unchanged|nothing new|Nothing new|already/i]) {
    await page.goto('/settings/import')
    await page.locator('input[type=file]').setInputFiles({ name: 'jukebox.txt', mimeType: 'text/plain', buffer: Buffer.from(PAGE) })
    await expect(page.getByText('Harbour café to keep its jukebox').first()).toBeVisible()
    await expect(page.getByText(expected).first()).toBeVisible()
    const importButton = page.getByRole('button', { name: /^Import 3 comments/ })
    if ((await importButton.count()) > 0) {
      await importButton.click()
      await expect(page.getByRole('link', { name: /article|discussion/i }).first()).toBeVisible()
    }
  }
  await page.goto('/articles')
  await expect(page.getByRole('link', { name: 'Harbour café to keep its jukebox' })).toHaveCount(1)
})
