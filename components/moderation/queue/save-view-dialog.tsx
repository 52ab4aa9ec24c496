import { useState } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Input } from '../../ui/input'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'

interface SaveViewDialogProps {
  address: string
  /** Whose views they are: the queue's own, or those of the list of articles. */
  place?: 'articles'
  /** What is kept of the address. */
  description: string
  onSaved: (views: SavedView[]) => void
  onClose: () => void
}

/** Asks under which name an address with its order and filters is kept. */
export function SaveViewDialog({ address, place, description, onSaved, onClose }: SaveViewDialogProps) {
  const t = useWords('desk')
  const shell = useWords('shell')
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function save(): Promise<void> {
    try {
      onSaved((await sendDesk<{ views: SavedView[] }>('POST', 'views', { name, address, isShared, place })).views)
      onClose()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <Dialog onClose={onClose} title={t('view.save')} description={description}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run(save)
        }}
      >
        <Field label={t('view.name')} error={refusal}>
          {(control) => (
            <Input {...control} value={name} maxLength={60} required autoFocus onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Checkbox className="mt-2" checked={isShared} onChange={(event) => setShared(event.target.checked)}>
          {t('view.everybody')}
        </Checkbox>
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={name.trim() === ''} aria-disabled={isBusy}>
            {shell('save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
