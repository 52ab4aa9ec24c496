'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { useState, type ReactNode } from 'react'
import type { Preferences } from '@/lib/domain/preferences'
import { OwnReasonsProvider } from '../own-reasons'
import { CommandRegistry } from '../command/command-registry'
import { PreferencesProvider } from './preferences-context'

interface DeskProvidersProps {
  preferences: Preferences
  ownReasons: readonly string[]
  children: ReactNode
}

/** What the pages of the desk share in the browser: fetched data, and state kept in the address. */
export function DeskProviders({ preferences, ownReasons, children }: DeskProvidersProps) {
  const [client] = useState(
    () =>
      new QueryClient({
        // Rows must not move under the cursor: nothing is fetched again unless somebody asks or a figure is polled.
        defaultOptions: { queries: { refetchOnWindowFocus: false, staleTime: 30_000, retry: 1 } },
      }),
  )
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <PreferencesProvider start={preferences}>
          <OwnReasonsProvider value={ownReasons}>
            <CommandRegistry>{children}</CommandRegistry>
          </OwnReasonsProvider>
        </PreferencesProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
