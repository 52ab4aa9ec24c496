'use client'

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'

const NowContext = createContext(0)
const TICK_MS = 15_000

/** The time by the server's clock, in milliseconds; it moves every 15 seconds. */
export function useNow(): number {
  return useContext(NowContext)
}

/** Keeps the server's clock running: waiting times must not depend on the clock of the reader's machine. */
export function NowProvider({ serverNow, children }: { serverNow: string; children: ReactNode }) {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => setPassed(performance.now() - began), TICK_MS)
    return () => {
      clearInterval(timer)
      setPassed(0)
    }
  }, [serverNow])
  return <NowContext value={Date.parse(serverNow) + passed}>{children}</NowContext>
}
