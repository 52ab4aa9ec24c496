import { Bookmark, Users, X } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import type { SavedView } from '@/lib/contracts/teamwork'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { sendDesk } from './desk-api'

interface SavedViewsProps {
  start: SavedView[]
  /** The query of the address as it stands, without the comment that is open. */
  readAddress: () => string
  onOpen: (address: string) => void
}

/** Queues with filters that somebody keeps under a name. */
export function SavedViews({ start, readAddress, onOpen }: SavedViewsProps) {
  const [views, setViews] = useState(start)
  const [isSaving, setSaving] = useState(false)
  async function remove(view: SavedView): Promise<void> {
    try {
      setViews((await sendDesk<{ views: SavedView[] }>('DELETE', `views/${view.id}`)).views)
    } catch (error) {
      toast.error('The view is still there', { description: error instanceof Error ? error.message : '' })
    }
  }
  return (
    <section aria-label="Saved views">
      <div className="flex items-center justify-between pl-2.5">
        <h2 className="text-xs font-[600] text-ink-3">Saved views</h2>
        <Button look="quiet" size="sm" onClick={() => setSaving(true)}>
          <Bookmark aria-hidden /> Save
        </Button>
      </div>
      {views.length === 0 && <p className="px-2.5 text-sm text-ink-3">Save a queue with its filters, for yourself or for all.</p>}
      <ul>
        {views.map((view) => (
          <li key={view.id} className="group flex items-center rounded-md hover:bg-sunk">
            <button
              type="button"
              onClick={() => onOpen(view.address)}
              title={view.isOwn ? undefined : `Shared by ${view.by}`}
              className="flex min-h-8 min-w-0 flex-1 items-center gap-1.5 px-2.5 text-left text-ink-2 hover:text-ink"
            >
              <bdi className="truncate">{view.name}</bdi>
              {view.isShared && <Users aria-label="shared" role="img" className="size-3.5 shrink-0 text-ink-3" />}
            </button>
            {view.isOwn && (
              <button
                type="button"
                aria-label={`Remove the view ${view.name}`}
                onClick={() => void remove(view)}
                className="mr-1 grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink pointer-coarse:opacity-100"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {isSaving && <SaveDialog address={readAddress()} onSaved={setViews} onClose={() => setSaving(false)} />}
    </section>
  )
}

function SaveDialog({ address, onSaved, onClose }: { address: string; onSaved: (views: SavedView[]) => void; onClose: () => void }) {
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
