'use client'

import { useEffect, type ReactNode } from 'react'
import type { LookCount } from '@/lib/contracts/second-look'
import type { Preferences } from '@/lib/domain/preferences'
import { replayEarlyInput } from '../../ui/early-input'
import { Toaster } from '../../ui/toaster'
import { useWords } from '../../words/words-context'
import { sendAs } from '../desk-api'
import { retryLine } from '../live/desk-line'
import { tellSignedIn } from '../signed-in'
import type { Viewer } from '../viewer'
import { DeskHeader } from './desk-header'
import { DeskProviders } from './desk-providers'

export interface DeskFrameProps {
  viewer: Viewer
  preferences: Preferences
  /** The newsroom's own reasons that can be chosen. */
  ownReasons: readonly string[]
  /** How many appeals were open when the page was drawn. */
  openAppeals: number
  /** How many second looks waited then for whoever looks; null where they do not decide. */
  looks: LookCount | null
  /** For the way to them, drawn by the server. */
  lookIcon: ReactNode
  children: ReactNode
}

/** What stands around every page of the desk. */
export function DeskFrame({ viewer, preferences, ownReasons, openAppeals, looks, lookIcon, children }: DeskFrameProps) {
  const t = useWords('shell')
  useEffect(() => {
    sendAs(viewer.id)
    tellSignedIn(viewer.id)
  }, [viewer.id])
  // Whoever comes back from signing in again, or has done so on another page, need not wait for the line.
  useEffect(() => {
    const left = new AbortController()
    for (const sign of ['focus', 'storage']) window.addEventListener(sign, retryLine, left)
    return () => left.abort()
  }, [])
  // The effects of the page within come before this one: its keys and buttons work.
  useEffect(() => void replayEarlyInput(), [])
  return (
    <DeskProviders preferences={preferences} ownReasons={ownReasons}>
      <a href="#main" className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-bg focus:not-sr-only focus:fixed focus:top-2 focus:start-2">
        {t('skip')}
      </a>
      <DeskHeader {...{ viewer, openAppeals, looks, lookIcon }} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Toaster />
    </DeskProviders>
  )
}
