import type { Page } from '@playwright/test'
import { expect, signIn, test } from './desk-test'

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const addThrough = async (page: Page, name: string, condition: string, outcome: string) => {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Matches comments with').fill(condition)
  await page.getByLabel('Then').selectOption(outcome)
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

const send = async (page: Page, externalId: string, body: string) => {
  const data = { externalId, articleExternalId: 'night-tram', body, author: { externalId: 'aeronaut', name: 'Aeronaut' } }
  return page.request.post('/api/v1/comments', { data, headers: { 'sec-fetch-site': 'same-origin' } })
}

test('a search becomes a rule that holds what arrives, and the desk says which rule it was', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/search?q=zeppelin')
  await page.getByRole('link', { name: 'Make it a rule' }).click()
  await expect(page.getByLabel('Matches comments with')).toHaveValue('zeppelin')
  await addThrough(page, 'Airships', 'links>0 zeppelin', 'hold')
  const airships = row(page, 'Airships')
  await expect(airships).toContainText('off')
  await page.getByRole('button', { name: 'Turn on “Airships”' }).click()
  await expect(page.getByRole('button', { name: 'Turn off “Airships”' })).toBeVisible()
  const sent = await send(page, 'airship-1', 'A zeppelin flies at https://zeppelin.example.org')
  const { id, status } = (await sent.json()) as { id: string; status: string }
  expect(status).toBe('pending')
  await page.goto(`/queue?queue=held&comment=${id}`)
  await expect(page.getByText('Rule “Airships” · held')).toBeVisible()
  await page.goto('/settings/rules')
  await page.getByRole('link', { name: 'What “Airships” did' }).click()
  await expect(page.getByRole('heading', { name: 'Airships' })).toBeVisible()
  // The demo's own rule about links came first.
  await expect(page.getByRole('row', { name: 'Passed over' })).toHaveText(/over\s*1\s*1\s*1/)
  await expect(page.getByRole('row', { name: 'Held' })).toHaveText(/Held\s*0\s*0\s*0/)
  // Others count what is held.
  await page.request.delete('/api/v1/comments/airship-1', { headers: { 'sec-fetch-site': 'same-origin' } })
  await page.goto('/settings/rules')
  await page.getByRole('button', { name: 'Remove “Airships”' }).click()
  await page.getByRole('button', { name: 'Remove the rule' }).click()
  await expect(airships).toHaveCount(0)
})

test('a rule that rejects is tried on past comments before it can be turned on', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/settings/rules')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  await page.getByLabel('Matches comments with').fill('author:Marta')
  await page.getByLabel('Matches comments with').blur()
  await expect(page.getByText('What one person sends is held on that person’s page')).toBeVisible()
  await addThrough(page, 'Very harsh', 'score.civility>0.8', 'reject')
  const rule = row(page, 'Very harsh')
  await expect(rule).toContainText('rejects: spam')
  await expect(page.getByRole('button', { name: 'Turn on “Very harsh”' })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Try “Very harsh” on past comments' }).click()
  await expect(rule.getByText('would have been rejected without a person')).toBeVisible()
  await expect(rule.getByText('Where people disagreed')).toBeVisible()
  await page.getByRole('button', { name: 'Turn on “Very harsh”' }).click()
  await page.getByRole('button', { name: 'Turn off “Very harsh”' }).click()
  await page.getByRole('button', { name: 'Remove “Very harsh”' }).click()
  await page.getByRole('button', { name: 'Remove the rule' }).click()
  await expect(rule).toHaveCount(0)
})
