import { useState } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { sendDesk } from './desk-api'
import { wordError } from './failure-words'

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
  const t = useWords('queue')
  const shell = useWords('shell')
  const [isShared, setShared] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  async function save(): Promise<void> {
    try {
      onSaved((await sendDesk<{ views: SavedView[] }>('POST', 'views', { name, address, isShared })).views)
      onClose()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('views.saveTitle')} description={t('views.saveWhat')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field label={t('views.name')} error={refusal}>
          {(control) => (
            <Input {...control} value={name} maxLength={60} required autoFocus onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Checkbox className="mt-2" checked={isShared} onChange={(event) => setShared(event.target.checked)}>
          {t('views.everybody')}
        </Checkbox>
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={name.trim() === ''}>
            {shell('save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
