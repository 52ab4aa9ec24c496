'use client'

import { useRef, type SyntheticEvent } from 'react'
import { toast } from '../ui/toast'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { UNCIVIL_WORDS } from '../moderation/words'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useSend } from './use-send'

/** One line that adds a word and is ready for the next. */
export function AddWordForm() {
  const { send, isBusy, refusal } = useSend()
  const term = useRef<HTMLInputElement>(null)

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const word = { term: readField(fields, 'term'), kind: readField(fields, 'kind') || null, isHeld: fields.has('isHeld') }
    if (await send('POST', 'settings/watched-words', word)) {
      toast.success(`“${word.term.trim()}” is watched from now on`)
      if (term.current) term.current.value = ''
    }
    term.current?.focus()
  }

  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
      <div className="grid items-start gap-x-3 gap-y-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field label="Word or phrase" hint="Whole words in any case; * at the end stands for any ending." error={refusal?.fields['term']}>
          {(control) => (
            <Input {...control} ref={term} name="term" maxLength={100} required dir="auto" autoComplete="off" spellCheck={false} />
          )}
        </Field>
        <Field label="Suggests">
          {(control) => (
            <Select {...control} name="kind" defaultValue="insult">
              {UNCIVIL_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {UNCIVIL_WORDS[kind]}
                </option>
              ))}
              <option value="">nothing</option>
            </Select>
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Checkbox name="isHeld">Hold comments with it until somebody approves them</Checkbox>
        <Button look="solid" type="submit" disabled={isBusy}>
          {isBusy ? 'Adding…' : 'Add word'}
        </Button>
      </div>
      {refusal && refusal.fields['term'] === undefined && <Callout tone="error">{refusal.message}</Callout>}
    </form>
  )
}
