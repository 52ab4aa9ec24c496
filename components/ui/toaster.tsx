'use client'

import { CircleAlert, CircleCheck, RefreshCw } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useWords } from '../words/words-context'
import { joinClasses } from './class-names'
import { listNoToasts, listToasts, subscribeToToasts, toast as say, type Toast } from './toast'

/** Where toasts appear; send one with `toast()`. Once, in the shell of the desk. They wait while one points at them, is in them or goes on to them by Tab. */
export function Toaster() {
  const t = useWords('shell')
  const toasts = useSyncExternalStore(subscribeToToasts, listToasts, listNoToasts)
  // By its id: one that is gone holds nothing, though nobody heard the pointer leave it.
  const [heldId, setHeldId] = useState<string | null>(null)
  const isHeld = toasts.some((toast) => toast.id === heldId)
  return (
    <section
      aria-label={t('toasts')}
      aria-live="polite"
      aria-relevant="additions text"
      className="pointer-events-none fixed end-4 bottom-4 z-50 max-md:bottom-(--toasts-from,4.5rem)"
    >
      <ol className="flex flex-col gap-2">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} isHeld={isHeld} onHold={setHeldId} />
        ))}
      </ol>
    </section>
  )
}

/** Its button is far away by Tab: while the focus moves, its time begins anew. @returns what ends the waiting */
function leaveAfter(id: string, duration: number): () => void {
  let timer: number | undefined
  const begin = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => say.dismiss(id), duration)
  }
  begin()
  addEventListener('focusin', begin)
  return () => {
    clearTimeout(timer)
    removeEventListener('focusin', begin)
  }
}

function ToastLine({ toast, isHeld, onHold }: { toast: Toast; isHeld: boolean; onHold: (id: string | null) => void }) {
  const { id, duration, action } = toast
  useEffect(() => {
    if (duration !== null && !isHeld) return leaveAfter(id, duration)
    // A toast that took another's place has its own time.
  }, [toast, id, duration, isHeld])
  return (
    <li
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && onHold(id)}
      onPointerLeave={() => onHold(null)}
      onFocus={() => onHold(id)}
      onBlur={() => onHold(null)}
      className={joinClasses(
        'pointer-events-auto flex w-[min(22rem,calc(100vw-2rem))] animate-rise items-center gap-3 rounded-lg border bg-panel px-3.5 py-2.5 text-base text-ink shadow-raised',
        toast.tone === 'error' ? 'border-rose/50' : 'border-line-strong',
      )}
    >
      <ToneIcon tone={toast.tone} />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {/* Each reads in its own direction, and stands on the reader's side. */}
        <div className="font-[540]">
          <bdi>{toast.title}</bdi>
        </div>
        {toast.description !== null && toast.description !== '' && (
          <div className="text-sm text-ink-2">
            <bdi>{toast.description}</bdi>
          </div>
        )}
        {toast.quote !== null && (
          <div className="mt-0.5 flex gap-1.5 border-s-2 border-line-strong ps-2 text-sm text-ink-2">
            <bdi className="max-w-1/2 shrink-0 truncate font-[560]">{toast.quote.by}</bdi>
            {toast.quote.text !== null && <bdi className="min-w-0 truncate">{toast.quote.text}</bdi>}
          </div>
        )}
      </div>
      {action !== null && (
        <button
          type="button"
          onClick={() => {
            // The button goes with it, and nobody hears the focus leave: what takes its place is held by nothing.
            onHold(null)
            say.dismiss(id)
            action.onClick()
          }}
          className="h-8 shrink-0 rounded-md border border-line-strong px-2.5 font-[540] text-accent hover:bg-sunk pointer-coarse:h-11"
        >
          {action.label}
        </button>
      )}
    </li>
  )
}

function ToneIcon({ tone }: { tone: Toast['tone'] }) {
  const look = 'size-5 shrink-0 text-ink-2'
  if (tone === 'plain') return null
  if (tone === 'loading') return <RefreshCw aria-hidden className={joinClasses(look, 'animate-spin')} />
  return tone === 'error' ? <CircleAlert aria-hidden className={look} /> : <CircleCheck aria-hidden className={look} />
}
