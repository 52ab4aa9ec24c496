import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { CopyText } from './copy-text'

/** A key that was made just now, shown this one time. */
export function ShownKey({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  return (
    <Dialog isOpen onOpenChange={onClose} title="Your new key">
      <Callout tone="warning" className="mb-3">
        Copy it now: it is shown this once and kept nowhere. If it is lost, revoke it and make another.
      </Callout>
      <CopyText text={apiKey} label="API key" />
      <p className="mt-3 text-sm text-ink-3">
        Send it with every request as <code className="font-mono">Authorization: Bearer …</code>
      </p>
      <DialogButtons>
        <Button look="solid" onClick={onClose}>
          Done
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
