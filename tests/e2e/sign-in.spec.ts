import { expect, passwordOf, signIn, test } from './desk-test'

test('signing in leads to the page that was asked for, and signing out ends the session', async ({ page }) => {
  await page.goto('/articles')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('Email').fill('ines@example.org')
  await page.getByLabel('Password', { exact: true }).fill(passwordOf('ines'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/articles$/)

  const cookies = await page.context().cookies()
  // The button is there before the page listens to it: on a busy machine a first click may come too early.
  await expect(async () => {
    await page.getByRole('button', { name: /Ines Okafor/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click({ timeout: 2000 })
  }).toPass()
  await expect(page).toHaveURL(/\/sign-in/)

  // The cookie from before is worth nothing now: the session was revoked, not just forgotten by the browser.
  await page.context().addCookies(cookies)
  const response = await page.request.get('/api/v1/desk/queue')
  expect(response.status()).toBe(401)
})

test('a wrong password is told in words, and says nothing about whether the account exists', async ({ page }) => {
  for (const email of ['mara@example.org', 'nobody@example.org']) {
    await page.goto('/sign-in')
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toContainText('do not match')
  }
})

test('a session that was never ours, and a request from another site, are refused', async ({ page, playwright, baseURL }) => {
  await signIn(page, 'admin')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const other = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const forged = await other.get('/api/v1/desk/queue', { headers: { cookie: 'next-auth.session-token=forged' } })
  expect(forged.status()).toBe(401)
  const crossSite = await other.post('/api/v1/settings/keys', {
    headers: { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    data: { name: 'stolen', scopes: ['read'] },
  })
  expect(crossSite.status()).toBe(403)
  await other.dispose()
})
