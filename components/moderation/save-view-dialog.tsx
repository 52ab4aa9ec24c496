import { useState } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { sendDesk } from './desk-api'

/** Asks under which name a queue with its filters is kept. */
export function SaveViewDialog({
  address,
  onSaved,
  onClose,
}: {
  address: string
  onSaved: (views: SavedView[]) => void
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  async function save(): Promise<void> {
    try {
      onSaved((await sendDesk<{ views: SavedView[] }>('POST', 'views', { name, address, isShared })).views)
      onClose()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'It could not be saved.')
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Save this view"
      description="The queue, its order and its filters."
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label="Name" error={refusal}>
          {(control) => (
            <Input {...control} value={name} maxLength={60} required autoFocus onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Checkbox className="mt-2" checked={isShared} onChange={(event) => setShared(event.target.checked)}>
          Everybody here can use it
        </Checkbox>
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
