import type { Locator, Page } from '@playwright/test'

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes on with Tab until the focus is there; it fails where Tab never leads. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor({ timeout: 20_000 })
  for (let step = 0; step < 150; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement, undefined, { timeout: 20_000 })) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${target.toString()}`)
}
