import type { KeyboardEvent } from 'react'

/** Ctrl or Cmd with Enter sends the form a text field stands in; Enter alone is a new line there. */
export function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
