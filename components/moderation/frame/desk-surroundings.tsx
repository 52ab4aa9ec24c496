import { createContext, useContext } from 'react'
import type { Claim } from '@/lib/contracts/teamwork'

/** What every part of the desk may need to know of the line to the server. */
export interface Surroundings {
  claims: ReadonlyMap<string, Claim>
  /** Whether decisions wait for the connection. */
  isOffline: boolean
}

const Context = createContext<Surroundings>({ claims: new Map(), isOffline: false })

export const SurroundingsProvider = Context.Provider

export function useSurroundings(): Surroundings {
  return useContext(Context)
}
