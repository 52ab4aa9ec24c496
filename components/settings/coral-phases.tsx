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
import { CopyText } from './copy-text'
import { useSend } from './use-send'

/** The Coral sites that may ask for scores, each with the address to enter there. */
export function CoralPhases({ phases }: { phases: CoralPhaseResource[] }) {
  const [open, setOpen] = useState<'new' | CoralPhaseResource | null>(null)
  const close = () => setOpen(null)
  const add = (
    <Button look="solid" onClick={() => setOpen('new')}>
      <Plus aria-hidden />
      Add a Coral site
    </Button>
  )
  return (
    <>
      {phases.length === 0 ? (
        <div className="rounded-lg border border-line bg-panel">
          <EmptyState kind="nothing-yet" title="No Coral site yet" next={add}>
            Coral then flags uncivil comments and holds those with held words, by your rules.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mb-3 flex justify-end">{add}</div>
          <ul aria-label="Coral sites" className="divide-y divide-line rounded-lg border border-line bg-panel">
            {phases.map((phase) => (
              <li key={phase.id} className="flex flex-col gap-2.5 px-4 py-3">
                <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                  <bdi className="font-[560] [overflow-wrap:anywhere]">{phase.name}</bdi>
                  <span className="text-sm text-ink-3">
                    {phase.lastUsedAt === null ? (
                      'Has not asked yet'
                    ) : (
                      <>
                        Last asked <LocalTime at={phase.lastUsedAt} />
                      </>
                    )}
                  </span>
                </div>
                <CopyText text={phase.url} label={`Callback URL of ${phase.name}`} />
                <div>
                  <Button look="danger" onClick={() => setOpen(phase)} aria-label={`Remove ${phase.name}`}>
                    Remove
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
  const { send, isBusy, refusal } = useSend()

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const input = { name: readField(fields, 'name').trim(), secret: readField(fields, 'secret').trim() }
    if (await send('POST', 'settings/coral', input)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Add a Coral site"
      description="In Coral, add a moderation phase with any callback URL for now, and copy its signing secret here. You then get the callback URL to enter there."
    >
      <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        <Field label="Name" error={refusal?.fields['name']}>
          {(control) => (
            <Input {...control} name="name" maxLength={100} placeholder="Comments of the Courier" required autoFocus autoComplete="off" />
          )}
        </Field>
        <Field label="Signing secret" hint="From Coral. Requests without its signature are refused." error={refusal?.fields['secret']}>
          {(control) => <Input {...control} name="secret" type="password" maxLength={500} required autoComplete="off" />}
        </Field>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Adding…' : 'Add the site'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function RemovePhaseDialog({ phase, onClose }: { phase: CoralPhaseResource; onClose: () => void }) {
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', `settings/coral/${phase.id}`)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Remove ${phase.name}?`}
      description="Its address answers no more. Coral then goes on without this phase: comments are shown by its own rules."
    >
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? 'Removing…' : 'Remove the site'}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
