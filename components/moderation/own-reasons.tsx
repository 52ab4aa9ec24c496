'use client'

import { createContext, useContext } from 'react'

const Context = createContext<readonly string[]>([])

/** Around what is decided in: the newsroom's own reasons that can be chosen, in their order. */
export const OwnReasonsProvider = Context

export const useOwnReasons = (): readonly string[] => useContext(Context)
