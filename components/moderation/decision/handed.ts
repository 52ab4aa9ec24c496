/** Comments that were handed over on this page. */
export interface Handed {
  /** When, on the clock of `performance.now()`. */
  at: number
  /** Where the cursor stood. */
  from: string | null
  takeBack: () => Promise<void>
}

let handed: readonly Handed[] = []

export function noteHanded(one: Omit<Handed, 'at'>): void {
  handed = [...handed, { ...one, at: performance.now() }]
}

/** Puts one back that was not taken back after all. */
export function returnHanded(one: Handed): void {
  handed = [...handed, one].sort((a, b) => a.at - b.at)
}

/** What was handed over last and not taken back. */
export function findLastHanded(): Handed | null {
  return handed.at(-1) ?? null
}

/** Forgets what is about to be taken back; returns it. */
export function dropHanded(takeBack: Handed['takeBack']): Handed | null {
  const dropped = handed.find((one) => one.takeBack === takeBack) ?? null
  handed = handed.filter((one) => one !== dropped)
  return dropped
}

/** A desk that is opened anew knows of none. */
export function forgetHanded(): void {
  handed = []
}
