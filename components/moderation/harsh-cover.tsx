'use client'

import { useSyncExternalStore, type ReactNode } from 'react'
import type { CommentState } from '@/lib/domain/comment'
import { isHarsh } from '@/lib/domain/harsh'
import { useWords } from '../words/words-context'
import { usePreferences } from './frame/preferences-context'

/** Comments that were uncovered while this page is open: wherever a text stands twice, it is uncovered once. */
const uncovered = new Set<string>()
const watchers = new Set<() => void>()

function uncover(id: string): void {
  uncovered.add(id)
  for (const tell of watchers) tell()
}

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

interface HarshCoverProps {
  comment: { id: string; state: Pick<CommentState, 'suggestions' | 'marks'> }
  children: ReactNode
}

/** Covers a harsh text until somebody is ready for it, for those who asked for that. Deciding needs the text to be seen. */
export function HarshCover({ comment: { id, state }, children }: HarshCoverProps) {
  return (
    <TextCover id={id} isHarsh={isHarsh(state)}>
      {children}
    </TextCover>
  )
}

/** The same where no more of the comment is known than whether it is harsh. */
export function TextCover({ id, isHarsh: isCoverable, children }: { id: string; isHarsh: boolean; children: ReactNode }) {
  const t = useWords('glossary')
  const { preferences } = usePreferences()
  const isUncovered = useSyncExternalStore(
    watch,
    () => uncovered.has(id),
    () => false,
  )
  if (!preferences.isHarshBlurred || !isCoverable || isUncovered) return children
  return (
    <span className="relative z-1 block overflow-hidden rounded-md">
      <span aria-hidden className="block blur-[5px] select-none">
        {children}
      </span>
      <button
        type="button"
        onClick={(event) => {
          event.stopPropagation()
          uncover(id)
        }}
        className="absolute inset-0 grid place-items-center text-sm font-[560] text-ink hover:underline"
      >
        <span className="rounded-md border border-line-strong bg-panel px-2 py-1">{t('cover.show')}</span>
      </button>
    </span>
  )
}
