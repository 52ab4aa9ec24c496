'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Language } from '@/lib/domain/languages'
import { makeTranslate, type PlainWords } from './catalogue'
import { makeFormats, type Formats } from './formats'
import type { Room, Words } from './rooms'

interface Held {
  language: Language
  rooms: Partial<Record<Room, PlainWords>>
}

const Context = createContext<Held>({ language: 'en', rooms: {} })

interface WordsProviderProps {
  language: Language
  rooms: Partial<Record<Room, PlainWords>>
  children: ReactNode
}

/** Gives the components below the words of some rooms, beside those they have already. */
export function WordsProvider({ language, rooms, children }: WordsProviderProps) {
  const above = useContext(Context)
  const held = useMemo((): Held => ({ language, rooms: { ...above.rooms, ...rooms } }), [above, language, rooms])
  return <Context value={held}>{children}</Context>
}

/** The messages of a room, in the language of the page. The same function as long as the language stays. */
export function useWords<R extends Room>(room: R): Words<R> {
  const held = useContext(Context)
  const words = held.rooms[room]
  if (!words) throw new Error(`This page does not bring the words of "${room}": name it in the rooms of its PageWords`)
  return makeTranslate(held.language, words)
}

/** How the language of the page writes numbers, times and lists. */
export function useFormats(): Formats {
  return makeFormats(useContext(Context).language)
}
