import type { Page } from '@playwright/test'

/** What became of each key, in ms since the browser took it in. */
export interface KeyTimes {
  /** Until the frame in which another comment stood under the cursor was handed over to be shown. */
  painted: number[]
  /** Until the first frame after the key was shown, by the browser's Event Timing (steps of 8 ms). */
  presented: number[]
  /** How many keys had another comment under the cursor in that very frame. */
  inFirstFrame: number
}

type Watched = Window & { keyTimes: KeyTimes }

/** Presses one key so many times as a keyboard does, each once the one before it is painted. */
export async function pressInARow(page: Page, key: string, count: number): Promise<KeyTimes> {
  // What the compiler names functions with is not there in the page.
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate(watchKeys)
  for (let at = 1; at <= count; at += 1) {
    await page.keyboard.press(key)
    await page.waitForFunction((pressed) => (window as unknown as Watched).keyTimes.painted.length >= pressed, at)
  }
  // Event Timing tells what was shown a little later.
  await page.waitForTimeout(500)
  return page.evaluate(() => (window as unknown as Watched).keyTimes)
}

/** In the page: looks in every frame after a key whether another comment stands under the cursor; after 5 s no more. */
function watchKeys(): void {
  const times: KeyTimes = { painted: [], presented: [], inFirstFrame: 0 }
  const current = () => document.querySelector('[role=row][aria-selected=true]')?.id
  const afterPainting = (done: () => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', done)
    port1.start()
    port2.postMessage(null)
  }
  const watch = ({ timeStamp }: KeyboardEvent) => {
    const before = current()
    let frames = 0
    const look = () => {
      frames += 1
      const isThere = current() !== before
      if (!isThere && performance.now() - timeStamp < 5000) return void requestAnimationFrame(look)
      if (isThere && frames === 1) times.inFirstFrame += 1
      afterPainting(() => times.painted.push(performance.now() - timeStamp))
    }
    requestAnimationFrame(look)
  }
  window.addEventListener('keydown', watch, { capture: true })
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') times.presented.push(entry.duration)
  })
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  Object.assign(window, { keyTimes: times })
}
