'use client'

import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef, type ReactNode } from 'react'
import { useWords } from '../words/words-context'
import { joinClasses } from './class-names'

interface DialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: ReactNode
  description?: ReactNode
  /** Wider than a form, for lists and previews. */
  isWide?: boolean
  children: ReactNode
}

/** A modal dialog: takes the focus, gives it back, closes on Escape. Buttons go last among the children, in DialogButtons. */
export function Dialog({ isOpen, onOpenChange, title, description, isWide = false, children }: DialogProps) {
  const t = useWords('shell')
  const focusedBefore = useRef<Element | null>(null)
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.45)]" />
        <Radix.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={() => (focusedBefore.current = document.activeElement)}
          // Left alone, the focus goes to a trigger, and these dialogs have none: a key may have opened them.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus({ preventScroll: true })
          }}
          className={joinClasses(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[min(86dvh,48rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-panel shadow-raised',
            isWide ? 'max-w-2xl' : 'max-w-md',
          )}
        >
          <div className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
              {description !== undefined && <Radix.Description className="mt-0.5 text-ink-2">{description}</Radix.Description>}
            </div>
            <Radix.Close
              aria-label={t('close')}
              className="-me-2 grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Radix.Close>
          </div>
          <div className="scroll-quiet min-h-0 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>
}
