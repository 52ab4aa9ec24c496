/** Something that waits until the test opens it. */
export interface Gate {
  opened: Promise<void>
  open: () => void
}

export function makeGate(): Gate {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}
