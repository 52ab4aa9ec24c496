'use client'

import { Plus } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import type { CoralPhaseResource } from '@/lib/contracts/coral'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { EmptyState } from '../ui/empty-state'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { LocalTime } from '../ui/local-time'
import { useWords } from '../words/words-context'
import { CopyText } from './copy-text'
import { useSend } from './use-send'

/** The Coral sites that may ask for scores, each with the address to enter there. */
export function CoralPhases({ phases }: { phases: CoralPhaseResource[] }) {
  const t = useWords('coral')
  const common = useWords('settings')
  const [open, setOpen] = useState<'new' | CoralPhaseResource | null>(null)
  const close = () => setOpen(null)
  const add = (
    <Button look="solid" onClick={() => setOpen('new')}>
      <Plus aria-hidden />
      {t('add')}
    </Button>
  )
  return (
    <>
      {phases.length === 0 ? (
        <div className="rounded-lg border border-line bg-panel">
          <EmptyState kind="nothing-yet" title={t('none')} next={add}>
            {t('noneWhy')}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{add}</div>
          <ul aria-label={t('list')} className="divide-y divide-line rounded-lg border border-line bg-panel">
            {phases.map((phase) => (
              <li key={phase.id} className="flex flex-col gap-2.5 px-4 py-3">
                <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                  <bdi className="font-[560] [overflow-wrap:anywhere]">{phase.name}</bdi>
                  <span className="text-sm text-ink-3">
                    {phase.lastUsedAt === null ? t('notAsked') : t.parts('asked', { time: <LocalTime key="time" at={phase.lastUsedAt} /> })}
                  </span>
                </div>
                <CopyText text={phase.url} label={t('urlOf', { name: phase.name })} />
                <div>
                  <Button look="danger" onClick={() => setOpen(phase)} aria-label={t('removeOne', { name: phase.name })}>
                    {common('remove')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {open === 'new' && <NewPhaseDialog onClose={close} />}
      {open !== null && open !== 'new' && <RemovePhaseDialog phase={open} onClose={close} />}
    </>
  )
}

function NewPhaseDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('coral')
  const common = useWords('settings')
  const shell = useWords('shell')
  const { send, isBusy, refusal } = useSend()

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const input = { name: readField(fields, 'name').trim(), secret: readField(fields, 'secret').trim() }
    if (await send('POST', 'settings/coral', input)) onClose()
  }

  return (
    <Dialog isOpen onOpenChange={onClose} title={t('add')} description={t('addHint')}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        <Field label={common('name')} error={refusal?.fields['name']}>
          {(control) => (
            <Input
              {...control}
              name="name"
              maxLength={100}
              placeholder={t('nameExample')}
              dir="auto"
              required
              autoFocus
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('secret')} hint={t('secretHint')} error={refusal?.fields['secret']}>
          {(control) => <Input {...control} name="secret" type="password" maxLength={500} required autoComplete="off" />}
        </Field>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? common('adding') : t('addSend')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function RemovePhaseDialog({ phase, onClose }: { phase: CoralPhaseResource; onClose: () => void }) {
  const t = useWords('coral')
  const common = useWords('settings')
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', `settings/coral/${phase.id}`)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t.parts('removeTitle', { name: <bdi key="name">{phase.name}</bdi> })}
      description={t('removeHint')}
    >
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>{common('keep')}</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? common('removing') : t('removeSend')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
