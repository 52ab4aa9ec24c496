'use client'

import { useState, type SyntheticEvent } from 'react'
import type { Scope } from '@/lib/domain/actor'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { ShownKey } from './shown-key'
import { useSend } from './use-send'

const SCOPE_WORDS: Record<Scope, string> = {
  ingest: 'sends articles and comments',
  read: 'reads articles and comments',
  score: 'has texts scored, as Perspective did',
}

/** Makes a key, then shows it this one time. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [key, setKey] = useState<string | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function make(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const limit = readField(fields, 'rateLimit').trim()
    const input = { name: readField(fields, 'name'), scopes: fields.getAll('scope'), rateLimit: limit === '' ? null : Number(limit) }
    const made = await send<{ key: string }>('POST', 'settings/keys', input)
    if (made) setKey(made.answer.key)
  }

  if (key !== null) return <ShownKey apiKey={key} onClose={onClose} />
  return (
    <Dialog isOpen onOpenChange={onClose} title="New API key" description="For a system of yours, such as the CMS. Give each its own.">
      <form className="flex flex-col gap-3" onSubmit={(event) => void make(event)}>
        <Field label="Name" error={refusal?.fields['name']}>
          {(control) => (
            <Input {...control} name="name" maxLength={100} placeholder="CMS, production" required autoFocus autoComplete="off" />
          )}
        </Field>
        <fieldset>
          <legend className="text-sm font-[560]">What it may do</legend>
          <Checkbox name="scope" value="ingest" defaultChecked>
            <span className="text-ink">ingest</span> {SCOPE_WORDS.ingest}
          </Checkbox>
          <Checkbox name="scope" value="read">
            <span className="text-ink">read</span> {SCOPE_WORDS.read}
          </Checkbox>
          <Checkbox name="scope" value="score">
            <span className="text-ink">score</span> {SCOPE_WORDS.score}
          </Checkbox>
          {refusal?.fields['scopes'] !== undefined && <p className="text-sm font-medium text-rose">Choose at least one.</p>}
        </fieldset>
        <Field
          label="Requests a minute (optional)"
          hint="A stop for a loop gone wrong. An array or a stream is one request."
          error={refusal?.fields['rateLimit']}
        >
          {(control) => (
            <Input {...control} name="rateLimit" type="number" min={1} max={100_000_000} step={1} autoComplete="off" className="max-w-40" />
          )}
        </Field>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Making…' : 'Make the key'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
