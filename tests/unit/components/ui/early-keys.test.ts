// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { EARLY_KEYS_SCRIPT, replayEarlyKeys } from '@/components/ui/early-keys'

const heard: string[] = []
const hear = (event: KeyboardEvent) => void heard.push(event.key)

function press(key: string, on: EventTarget = document.body, change: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...change })
  on.dispatchEvent(event)
  return event
}

/** As the page does it: the script stands in the document before everything else. */
function runScript(): void {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is a text that pages are given
  new Function(EARLY_KEYS_SCRIPT)()
}

describe('Keys pressed before the code of the page is there', () => {
  afterEach(() => {
    window.parleyEarlyKeys?.stop()
    delete window.parleyEarlyKeys
    window.removeEventListener('keydown', hear)
    document.body.replaceChildren()
    heard.length = 0
  })

  it('are pressed again in their order once it is, each once, and those pressed meanwhile after them', async () => {
    runScript()
    for (const key of ['j', 'r', '2']) expect(press(key).defaultPrevented).toBe(true)
    window.addEventListener('keydown', hear)
    const replayed = replayEarlyKeys()
    press('a')
    expect(heard).toEqual(['j'])
    await replayed
    expect(heard).toEqual(['j', 'r', '2', 'a'])
    press('z')
    expect(heard).toEqual(['j', 'r', '2', 'a', 'z'])
  })

  it('go where they belong when they are for a field, a link or the browser', async () => {
    runScript()
    const field = document.body.appendChild(document.createElement('input'))
    const link = document.body.appendChild(document.createElement('a'))
    window.addEventListener('keydown', hear)
    press('a', field)
    press('Enter', link)
    press('r', document.body, { ctrlKey: true })
    press('Tab')
    press(' ')
    expect(heard).toEqual(['a', 'Enter', 'r', 'Tab', ' '])
    await replayEarlyKeys()
    expect(heard).toHaveLength(5)
  })

  it('need nothing where the page came without the script', async () => {
    await replayEarlyKeys()
    window.addEventListener('keydown', hear)
    press('j')
    expect(heard).toEqual(['j'])
  })
})
