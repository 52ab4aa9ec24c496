'use client'

import { createContext, useContext, useState, type ReactNode } from 'react'
import { DEFAULT_PREFERENCES, type Preferences } from '@/lib/domain/preferences'

interface Held {
  preferences: Preferences
  setPreferences: (preferences: Preferences) => void
}

const Context = createContext<Held>({ preferences: DEFAULT_PREFERENCES, setPreferences: () => undefined })

/** How this person likes the desk, as the server knew it when the page was drawn, with what was changed since. */
export function PreferencesProvider({ start, children }: { start: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(start)
  return <Context value={{ preferences, setPreferences }}>{children}</Context>
}

export function usePreferences(): Held {
  return useContext(Context)
}
