'use client'

import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { CopyText } from './copy-text'

/** A webhook's secret, shown once. */
export function WebhookSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog isOpen onOpenChange={onClose} title="The webhook’s secret">
      <Callout tone="warning" className="mb-3">
        Copy it now: it is shown this once. If it is lost, rotate it.
      </Callout>
      <CopyText text={secret} label="Webhook secret" />
      <p className="mt-3 text-sm text-ink-3">
        Verify each message with it, by the Standard Webhooks specification; libraries for most languages do it in a line.
      </p>
      <DialogButtons>
        <Button look="solid" onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
