'use client'

import { createContext, useContext, useState, type ReactNode } from 'react'
import { Preferences } from '@/lib/contracts/preferences'

interface Held {
  preferences: Preferences
  setPreferences: (preferences: Preferences) => void
}

const Context = createContext<Held>({ preferences: Preferences.parse({}), setPreferences: () => undefined })

/** How this person likes the desk, as the server knew it when the page was drawn, with what was changed since. */
export function PreferencesProvider({ start, children }: { start: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(start)
  return <Context value={{ preferences, setPreferences }}>{children}</Context>
}

export function usePreferences(): Held {
  return useContext(Context)
}
