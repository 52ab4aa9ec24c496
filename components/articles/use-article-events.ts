'use client'

import { useEffect, useRef, useState } from 'react'
import { MAX_TOLD_ARTICLES } from '@/lib/domain/article-list'
import { listenToDesk } from '../moderation/live/desk-line'
import type { LineState } from '../moderation/live/live-line'

/**
 * Hears on the desk's one line when figures of articles have changed.
 *
 * @param article the article that is looked at; null for all
 * @param onChange called soon after, and never twice within `pauseMs`
 * @returns how the line stands: while it is not open, what is shown may be out of date
 */
export function useArticleEvents(article: string | null, onChange: () => void, pauseMs: number): LineState {
  const [state, setState] = useState<LineState>('connecting')
  const change = useRef(onChange)
  useEffect(() => {
    change.current = onChange
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const later = () => {
      timer ??= setTimeout(() => {
        timer = null
        change.current()
      }, pauseMs)
    }
    let wasLost = false
    const leave = listenToDesk(null, {
      onEvent: (event) => {
        if (event.kind !== 'articles') return
        // When so many have changed, not all of them are named.
        if (article === null || event.ids.includes(article) || event.ids.length >= MAX_TOLD_ARTICLES) later()
      },
      onState: (now) => {
        // What happened without a line is looked for when it is back.
        if (now === 'open' && wasLost) later()
        wasLost = now === 'lost' || now === 'stale' || (wasLost && now !== 'open')
        setState(now)
      },
    })
    return () => {
      leave()
      if (timer !== null) clearTimeout(timer)
    }
  }, [article, pauseMs])
  return state
}
