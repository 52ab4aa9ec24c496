'use client'

import { Pencil } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { toast } from '../ui/toast'
import type { OwnReasonPatch, OwnReasonResource } from '@/lib/contracts/own-reason'
import { REJECT_REASONS } from '@/lib/domain/comment'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { Kbd } from '../ui/kbd'
import { useWords } from '../words/words-context'
import { FormDialog } from './form-dialog'
import { MoveButtons } from './move-buttons'
import { useSend } from './use-send'

/** All reasons in the order of their keys: those that every newsroom has, its own, and those that are retired. */
export function ReasonList({ reasons }: { reasons: OwnReasonResource[] }) {
  const t = useWords('reasons')
  const glossary = useWords('glossary')
  const [changed, setChanged] = useState<OwnReasonResource | null>(null)
  const { send, isBusy } = useSend()

  async function change({ id, label }: OwnReasonResource, patch: OwnReasonPatch): Promise<void> {
    if ((await send('PATCH', `settings/reasons/${id}`, patch)) === null) toast.error(t('notChanged', { label }))
  }

  const list = { isBusy, onChange: (reason: OwnReasonResource, patch: OwnReasonPatch) => void change(reason, patch) }
  return (
    <div className="rounded-lg border border-line bg-panel">
      <section className="px-4 py-3">
        <h2 className="font-[580]">{t('builtIn')}</h2>
        <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
          {REJECT_REASONS.map((reason, index) => (
            <li key={reason} className="flex items-center gap-1.5">
              <Kbd>{index + 1}</Kbd> {glossary(`reason.${reason}`)}
            </li>
          ))}
        </ul>
      </section>
      <InUse {...list} reasons={reasons.filter(({ isRetired }) => !isRetired)} onEdit={setChanged} />
      <Retired {...list} reasons={reasons.filter(({ isRetired }) => isRetired)} />
      {changed !== null && <ChangeDialog reason={changed} onClose={() => setChanged(null)} />}
    </div>
  )
}

interface OwnListProps {
  reasons: readonly OwnReasonResource[]
  isBusy: boolean
  onChange: (reason: OwnReasonResource, patch: OwnReasonPatch) => void
}

/** The newsroom's own that can be chosen, in the order of their keys. */
function InUse({ reasons, isBusy, onChange, onEdit }: OwnListProps & { onEdit: (reason: OwnReasonResource) => void }) {
  const t = useWords('reasons')
  return (
    <section className="border-t border-line">
      <h2 className="px-4 pt-3 font-[580]">{t('own')}</h2>
      {reasons.length === 0 && <p className="px-4 pt-1 pb-3 text-ink-2">{t('none')}</p>}
      <ol aria-label={t('own')} className="divide-y divide-line">
        {reasons.map((reason, index) => (
          <ReasonLine key={reason.id} reason={reason} keys={`⇧${index + 1}`}>
            <MoveButtons
              up={t('up', { label: reason.label })}
              down={t('down', { label: reason.label })}
              place={index}
              last={reasons.length - 1}
              isBusy={isBusy}
              onMove={(place) => onChange(reason, { place })}
            />
            <Button look="quiet" size="icon" aria-label={t('change', { label: reason.label })} onClick={() => onEdit(reason)}>
              <Pencil aria-hidden />
            </Button>
            <Button
              size="sm"
              disabled={isBusy}
              aria-label={t('retireOne', { label: reason.label })}
              onClick={() => onChange(reason, { isRetired: true })}
            >
              {t('retire')}
            </Button>
          </ReasonLine>
        ))}
      </ol>
    </section>
  )
}

/** Those that decisions still name, and nobody can choose. */
function Retired({ reasons, isBusy, onChange }: OwnListProps) {
  const t = useWords('reasons')
  if (reasons.length === 0) return null
  return (
    <section className="border-t border-line">
      <h2 className="px-4 pt-3 font-[580]">{t('retired')}</h2>
      <p className="px-4 text-sm text-ink-3">{t('retiredHint')}</p>
      <ul aria-label={t('retired')} className="divide-y divide-line">
        {reasons.map((reason) => (
          <ReasonLine key={reason.id} reason={reason}>
            <Button
              size="sm"
              disabled={isBusy}
              aria-label={t('restoreOne', { label: reason.label })}
              onClick={() => onChange(reason, { isRetired: false })}
            >
              {t('restore')}
            </Button>
          </ReasonLine>
        ))}
      </ul>
    </section>
  )
}

function ReasonLine({ reason: { label, message }, keys, children }: { reason: OwnReasonResource; keys?: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5">
      {keys !== undefined && (
        <span className="pt-1">
          <Kbd>{keys}</Kbd>
        </span>
      )}
      <div className="min-w-0 flex-1 basis-48 pt-0.5">
        <bdi className="block font-[560] [overflow-wrap:anywhere]">{label}</bdi>
        {message !== '' && (
          <p dir="auto" className="text-sm whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
            {message}
          </p>
        )}
      </div>
      <div className="ms-auto flex items-center gap-0.5">{children}</div>
    </li>
  )
}

/** The text for commenters; the label stays, since decisions name it. */
function ChangeDialog({ reason: { id, label, message }, onClose }: { reason: OwnReasonResource; onClose: () => void }) {
  const t = useWords('reasons')
  const shell = useWords('shell')
  const common = useWords('settings')
  const form = useSend()
  async function save(fields: FormData): Promise<void> {
    if (await form.send('PATCH', `settings/reasons/${id}`, { message: readField(fields, 'message') })) onClose()
  }
  return (
    <FormDialog
      title={<bdi>{label}</bdi>}
      description={t('changeHint')}
      send={shell('save')}
      sending={common('saving')}
      form={form}
      onSend={save}
      onClose={onClose}
    >
      <Field label={t('message')} hint={t('messageHint')} error={form.refusal?.fields['message']}>
        {(control) => (
          <textarea
            {...control}
            name="message"
            rows={4}
            maxLength={1000}
            dir="auto"
            defaultValue={message}
            className={`${fieldClasses} py-1.5`}
          />
        )}
      </Field>
    </FormDialog>
  )
}
