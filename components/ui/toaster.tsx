'use client'

import { Toaster as Sonner } from 'sonner'
import { useWords } from '../words/words-context'

/** Where toasts appear; send one with `toast()` from sonner. Once, in the shell of the desk. */
export function Toaster() {
  const t = useWords('shell')
  return (
    <Sonner
      containerAriaLabel={t('toasts')}
      dir="auto"
      position="bottom-right"
      offset={16}
      style={{ fontFamily: 'inherit' }}
      mobileOffset={72}
      visibleToasts={3}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[min(22rem,calc(100vw-2rem))] items-center gap-3 rounded-lg border border-line-strong bg-panel px-3.5 py-2.5 text-base text-ink shadow-raised',
          content: 'min-w-0 flex-1',
          title: 'font-[540]',
          description: 'text-sm text-ink-2',
          icon: 'shrink-0 text-ink-2',
          actionButton: 'h-8 shrink-0 rounded-md border border-line-strong px-2.5 font-[540] text-accent hover:bg-sunk',
          error: 'border-rose/50',
        },
      }}
    />
  )
}
