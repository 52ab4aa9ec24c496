'use client'

import { useState } from 'react'
import type { CoralPhaseResource } from '@/lib/contracts/coral'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { LocalTime } from '../ui/local-time'
import { useWords } from '../words/words-context'
import { CopyText } from './copy-text'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'
import { NameField } from './name-field'
import { KeptList } from './kept-list'
import { RemoveDialog } from './remove-dialog'

/** The Coral sites that may ask for scores, each with the address to enter there. */
export function CoralPhases({ phases }: { phases: CoralPhaseResource[] }) {
  const t = useWords('coral')
  const common = useWords('settings')
  const [open, setOpen] = useState<'new' | CoralPhaseResource | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <KeptList
        items={phases}
        words={{ list: t('list'), add: t('add'), none: t('none'), noneWhy: t('noneWhy') }}
        onAdd={() => setOpen('new')}
        row={(phase) => <PhaseRow key={phase.id} phase={phase} onRemove={() => setOpen(phase)} />}
      />
      {open === 'new' && <NewPhaseDialog onClose={close} />}
      {open !== null && open !== 'new' && (
        <RemoveDialog
          path={`settings/coral/${open.id}`}
          title={t.parts('removeTitle', { name: <bdi key="name">{open.name}</bdi> })}
          description={t('removeHint')}
          send={t('removeSend')}
          sending={common('removing')}
          onClose={close}
        />
      )}
    </>
  )
}

function PhaseRow({ phase: { name, url, lastUsedAt }, onRemove }: { phase: CoralPhaseResource; onRemove: () => void }) {
  const t = useWords('coral')
  const common = useWords('settings')
  return (
    <li className="flex flex-col gap-2.5 px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <bdi className="font-[560] [overflow-wrap:anywhere]">{name}</bdi>
        <span className="text-sm text-ink-3">
          {lastUsedAt === null ? t('notAsked') : t.parts('asked', { time: <LocalTime key="time" at={lastUsedAt} /> })}
        </span>
      </div>
      <CopyText text={url} label={t('urlOf', { name })} />
      <div>
        <Button look="danger" onClick={onRemove} aria-label={t('removeOne', { name })}>
          {common('remove')}
        </Button>
      </div>
    </li>
  )
}

function NewPhaseDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('coral')
  const common = useWords('settings')
  const form = useSend()
  const { send, refusal } = form

  async function add(fields: FormData): Promise<void> {
    const input = { name: readField(fields, 'name').trim(), secret: readField(fields, 'secret').trim() }
    if (await send('POST', 'settings/coral', input)) onClose()
  }

  return (
    <FormDialog
      title={t('add')}
      description={t('addHint')}
      send={t('addSend')}
      sending={common('adding')}
      form={form}
      onSend={add}
      onClose={onClose}
    >
      <NameField refusal={refusal} placeholder={t('nameExample')} />
      <Field label={t('secret')} hint={t('secretHint')} error={refusal?.fields['secret']}>
        {(control) => <Input {...control} name="secret" type="password" maxLength={500} required autoComplete="off" />}
      </Field>
    </FormDialog>
  )
}
