'use client'

import { useRef, type SyntheticEvent } from 'react'
import { toast } from '../ui/toast'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'

/** One line that adds a word and is ready for the next. */
export function AddWordForm() {
  const t = useWords('watched')
  const common = useWords('settings')
  const glossary = useWords('glossary')
  const { send, isBusy, refusal } = useSend()
  const term = useRef<HTMLInputElement>(null)

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const word = { term: readField(fields, 'term'), kind: readField(fields, 'kind') || null, isHeld: fields.has('isHeld') }
    if (await send('POST', 'settings/watched-words', word)) {
      toast.success(t('added', { term: word.term.trim() }))
      if (term.current) term.current.value = ''
    }
    term.current?.focus()
  }

  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
      <div className="grid items-start gap-x-3 gap-y-3 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field label={t('term')} hint={t('termHint')} error={refusal?.fields['term']}>
          {(control) => (
            <Input {...control} ref={term} name="term" maxLength={100} required dir="auto" autoComplete="off" spellCheck={false} />
          )}
        </Field>
        <Field label={t('suggests')}>
          {(control) => (
            <Select {...control} name="kind" defaultValue="insult">
              {UNCIVIL_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {glossary(`kind.${kind}`)}
                </option>
              ))}
              <option value="">{t('nothing')}</option>
            </Select>
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <Checkbox name="isHeld">{t('hold')}</Checkbox>
        <Button look="solid" type="submit" disabled={isBusy}>
          {isBusy ? common('adding') : t('add')}
        </Button>
      </div>
      {refusal && refusal.fields['term'] === undefined && <Callout tone="error">{refusal.message}</Callout>}
    </form>
  )
}
