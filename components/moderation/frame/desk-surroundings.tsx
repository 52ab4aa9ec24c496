import { createContext, useContext } from 'react'
import type { Claim } from '@/lib/contracts/teamwork'
import type { Queue } from '@/lib/domain/queues'

/** What every part of the desk may need to know of where it stands, and of the line to the server. */
export interface Surroundings {
  /** Who sits here. */
  viewerId: string
  /** The queue on screen. */
  queue: Queue
  claims: ReadonlyMap<string, Claim>
  /** Whether decisions wait for the connection. */
  isOffline: boolean
}

const Context = createContext<Surroundings>({ viewerId: '', queue: 'newest', claims: new Map(), isOffline: false })

export const SurroundingsProvider = Context.Provider

export function useSurroundings(): Surroundings {
  return useContext(Context)
}
