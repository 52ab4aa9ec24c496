// @vitest-environment happy-dom
import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useKeys } from '@/components/moderation/command/use-keys'
import { useStable } from '@/components/moderation/use-stable'

let root: Root | undefined
afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** Draws as the browser does: what React puts off until after the frame is put off. */
function draw(page: React.ReactNode): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(page)
}

/** In the moment in which the text comes to stand there. */
function whenDrawn(text: string): Promise<void> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.body.textContent.includes(text)) return
      watch.disconnect()
      resolve()
    })
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
}

it('a key or press in the moment something is drawn is about that, and not about what stood there before', async () => {
  const told: string[] = []
  let show = (_: string): void => undefined
  function Page() {
    const [shown, setShown] = useState('first')
    const press = useStable(() => told.push(`pressed on the ${shown}`))
    useKeys({ a: () => told.push(`approved the ${shown}`) })
    show = setShown
    return <button onClick={press}>{shown}</button>
  }
  draw(<Page />)
  await whenDrawn('first')
  // Once its keys are on.
  await new Promise((resolve) => setTimeout(resolve, 20))
  const drawn = whenDrawn('second')
  setTimeout(() => show('second'))
  await drawn
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
  document.querySelector('button')?.click()
  expect(told).toEqual(['approved the second', 'pressed on the second'])
})
