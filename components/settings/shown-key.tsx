import { ShownOnce } from './shown-once'

/** A key that was made just now. */
export function ShownKey({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const warning = 'Copy it now: it is shown this once and kept nowhere. If it is lost, revoke it and make another.'
  return (
    <ShownOnce title="Your new key" text={apiKey} label="API key" warning={warning} onClose={onClose}>
      Send it with every request as <code className="font-mono">Authorization: Bearer …</code>
    </ShownOnce>
  )
}
