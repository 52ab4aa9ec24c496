import { createContext, useContext } from 'react'
import type { Waves } from './use-waves'

type ListedWaves = Pick<Waves, 'waves' | 'toggle'>

const Context = createContext<ListedWaves>({ waves: new Map(), toggle: () => undefined })

export const WavesProvider = Context.Provider

export function useListedWaves(): ListedWaves {
  return useContext(Context)
}
