'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useState, type ReactNode } from 'react'
import { useWords } from '../words/words-context'
import { joinClasses } from './class-names'
import type { LeaveWords } from './leave-question'
import { LeaveQuestion, useWritten } from './written'

interface DialogProps {
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  /** Wider than a form, for lists and previews. */
  isWide?: boolean
  /** Only text to read: then the text itself takes the focus, so that the arrow keys move through what does not fit. */
  isText?: boolean
  /** Asked before Escape or a click beside it takes away what is shown here and nowhere else. What is written is asked for anyway. */
  lost?: LeaveWords | undefined
  children: ReactNode
}

/**
 * A modal dialog, open for as long as it is drawn: takes the focus, gives it back, closes on Escape, though not over what somebody has
 * written. Buttons go last among the children, in DialogButtons.
 */
export function Dialog({ onClose, ...panel }: DialogProps) {
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.45)]" />
        <Panel {...panel} />
      </Radix.Portal>
    </Radix.Root>
  )
}

/**
 * For onCloseAutoFocus of what is mounted as it opens: the focus goes back to where it was. Left alone it goes to a trigger, and
 * these dialogs have none: a key may have opened them. It comes a moment after the dialog has closed: what a key has given the
 * focus to meanwhile keeps it, or what is typed next would go elsewhere.
 */
export function useFocusBack(): (event: Event) => void {
  // Before anything in the dialog is there to take it.
  const [before] = useState(() => document.activeElement)
  return (event) => {
    event.preventDefault()
    const isTaken = document.activeElement !== null && document.activeElement !== document.body
    if (before instanceof HTMLElement && !isTaken) before.focus({ preventScroll: true })
  }
}

function Panel({ title, description, isWide = false, isText = false, lost, children }: Omit<DialogProps, 'onClose'>) {
  const t = useWords('shell')
  const giveFocusBack = useFocusBack()
  const { isAsked, goOn, guard } = useWritten(lost !== undefined)
  return (
    <Radix.Content
      {...guard}
      {...(description === undefined ? { 'aria-describedby': undefined } : {})}
      onCloseAutoFocus={giveFocusBack}
      className={joinClasses(
        'fixed top-1/2 left-1/2 z-50 flex max-h-[min(86dvh,48rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line-strong bg-panel shadow-raised short:block short:scroll-pb-20 short:overflow-y-auto',
        isWide ? 'max-w-2xl' : 'max-w-md',
      )}
    >
      <div className="px-5 pt-4 pb-2 pe-12 [overflow-wrap:anywhere]">
        <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
        {description !== undefined && <Radix.Description className="mt-0.5 text-pretty text-ink-2">{description}</Radix.Description>}
      </div>
      <div
        {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': typeof title === 'string' ? title : undefined } : {})}
        className="scroll-quiet min-h-0 scroll-pb-20 overflow-y-auto rounded-b-lg short:overflow-visible px-5 pt-1 pb-5 -outline-offset-2!"
      >
        {children}
      </div>
      {/* Last, for the first field is to have the focus. */}
      <Radix.Close
        aria-label={t('close')}
        className="absolute end-3 top-3.5 grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:end-1.5 pointer-coarse:top-2 pointer-coarse:size-11"
      >
        <X aria-hidden className="size-4" />
      </Radix.Close>
      {isAsked && <LeaveQuestion words={lost} onClose={goOn} />}
    </Radix.Content>
  )
}

/** Stand at the bottom of the dialog, in sight however long what is above them. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-5 short:static -mx-5 mt-5 -mb-5 flex flex-wrap justify-end gap-2 rounded-b-lg border-t border-line bg-panel px-5 py-3">
      {children}
    </div>
  )
}
