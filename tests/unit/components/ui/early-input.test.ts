// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { EARLY_INPUT_SCRIPT, replayEarlyInput } from '@/components/ui/early-input'

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
  new Function(EARLY_INPUT_SCRIPT)()
}

function click(on: EventTarget): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  on.dispatchEvent(event)
  return event
}

/** A button in the page, or in a part of it; what is heard of it is its name. */
function addButton(name: string, within: Element = document.body): HTMLButtonElement {
  const button = within.appendChild(document.createElement('button'))
  button.addEventListener('click', () => void heard.push(name))
  return button
}

afterEach(() => {
  window.parleyEarlyInput?.stop()
  delete window.parleyEarlyInput
  window.removeEventListener('keydown', hear)
  document.body.replaceChildren()
  heard.length = 0
})

describe('Keys pressed before the code of the page is there', () => {
  it('are pressed again in their order once it is, each once, and those pressed meanwhile after them', async () => {
    runScript()
    for (const key of ['j', 'r', '2']) expect(press(key).defaultPrevented).toBe(true)
    window.addEventListener('keydown', hear)
    const replayed = replayEarlyInput()
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
    await replayEarlyInput()
    expect(heard).toHaveLength(5)
  })

  it('are kept though a link or a button has the focus, unless it is Enter', async () => {
    runScript()
    const [link, button] = [document.body.appendChild(document.createElement('a')), addButton('approve')]
    for (const on of [link, button]) expect([press('j', on).defaultPrevented, press('Enter', on).defaultPrevented]).toEqual([true, false])
    window.addEventListener('keydown', hear)
    await replayEarlyInput()
    expect(heard).toEqual(['j', 'j'])
  })

  it('need nothing where the page came without the script', async () => {
    await replayEarlyInput()
    window.addEventListener('keydown', hear)
    press('j')
    expect(heard).toEqual(['j'])
  })
})

describe('Clicks made before the code of what is clicked is there', () => {
  it('are made again once the page is awake, in one order with the keys', async () => {
    runScript()
    const approve = addButton('approve')
    press('j')
    expect(click(approve).defaultPrevented).toBe(true)
    press('k')
    window.addEventListener('keydown', hear)
    expect(heard).toEqual([])
    await replayEarlyInput()
    expect(heard).toEqual(['j', 'approve', 'k'])
    click(approve)
    expect(heard).toEqual(['j', 'approve', 'k', 'approve'])
  })

  it('go where they belong when they are for a link or a field', () => {
    runScript()
    const link = document.body.appendChild(document.createElement('a'))
    expect(click(link.appendChild(document.createElement('b'))).defaultPrevented).toBe(false)
    expect(click(document.body.appendChild(document.createElement('input'))).defaultPrevented).toBe(false)
  })

  it('are lost with what is gone by then', async () => {
    runScript()
    const gone = addButton('gone')
    click(gone)
    gone.replaceWith(document.createElement('p'))
    document.body.addEventListener('click', () => void heard.push('body'), { once: true })
    await replayEarlyInput()
    expect(heard).toEqual(['gone'])
  })
})
