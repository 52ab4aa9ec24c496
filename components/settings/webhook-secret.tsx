import { ShownOnce } from './shown-once'

/** A webhook's secret, when it is made or rotated. */
export function WebhookSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const warning = 'Copy it now: it is shown this once. If it is lost, rotate it.'
  return (
    <ShownOnce title="The webhook’s secret" text={secret} label="Webhook secret" warning={warning} onClose={onClose}>
      Verify each message with it, by the Standard Webhooks specification; libraries for most languages do it in a line.
    </ShownOnce>
  )
}
