import type { KeyboardEvent } from 'react'

/** Ctrl or Cmd with Enter sends a form, or the one a text field stands in; Enter alone is a new line there. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement | HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  const { currentTarget: at } = event
  ;(at instanceof HTMLFormElement ? at : at.form)?.requestSubmit()
}
