import { expect, signIn, test } from './desk-test'

test('lines are set, a wrong one is told at its field, and what was saved is there again', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/settings/alerts')
  const save = page.getByRole('button', { name: 'Save lines' })
  await expect(save).toBeDisabled()
  await page.getByLabel('Uncivil comments, per cent').fill('200')
  await expect(page.getByText('A whole number from 1 to 100.')).toBeVisible()
  await expect(save).toBeDisabled()
  await page.getByLabel('Uncivil comments, per cent').fill('30')
  await page.getByRole('checkbox', { name: 'Many comments' }).check()
  await page.getByLabel('Comments an hour').fill('240')
  await page.getByRole('checkbox', { name: 'Off-topic talk' }).uncheck()
  await page.getByLabel('Addresses, one per line').fill('desk@example')
  await expect(page.getByText('One of these is not an email address.')).toBeVisible()
  await page.getByLabel('Addresses, one per line').fill('desk@example.org')
  await page.getByLabel('Language of the mail').selectOption('de')
  await expect(page.getByText(/^In the last 30 days/)).toBeVisible()
  await save.click()
  await expect(page.getByText('Saved. The next check uses these lines.')).toBeVisible()
  const { lines } = (await (await page.request.get('/api/v1/settings/alerts')).json()) as { lines: object }
  expect(lines).toEqual({
    ratePerHour: 240,
    uncivilShare: 0.3,
    offTopicShare: null,
    leastComments: 20,
    mailTo: ['desk@example.org'],
    mailLanguage: 'de',
  })
  await page.reload()
  await expect(page.getByLabel('Comments an hour')).toHaveValue('240')
  await expect(page.getByLabel('Language of the mail')).toHaveValue('de')
  await expect(page.getByRole('checkbox', { name: 'Off-topic talk' })).not.toBeChecked()
})
