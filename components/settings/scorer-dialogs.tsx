'use client'

import { useState, type SyntheticEvent } from 'react'
import type { RemoteScorerResource, RemoteScorerTestAnswer } from '@/lib/contracts/remote-scorer'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { useSend } from './use-send'

interface Props {
  scorer: RemoteScorerResource
  onClose: () => void
}

/** Asks a scorer about a text, and shows what it answers. */
export function TestScorerDialog({ scorer, onClose }: Props) {
  const [answer, setAnswer] = useState<RemoteScorerTestAnswer | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function test(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setAnswer(null)
    const text = readField(new FormData(event.currentTarget), 'text')
    const sent = await send<RemoteScorerTestAnswer>('POST', `settings/scorers/${scorer.id}/test`, { text })
    if (sent) setAnswer(sent.answer)
  }

  return (
    <Dialog isOpen onOpenChange={onClose} title={`Test ${scorer.name}`} description="The text is sent to it and stored nowhere here.">
      <form className="flex flex-col gap-3" onSubmit={(event) => void test(event)}>
        <Field label="Text" error={refusal?.fields['text']}>
          {(control) => (
            <textarea
              {...control}
              name="text"
              rows={3}
              maxLength={20_000}
              dir="auto"
              required
              autoFocus
              defaultValue="You are an idiot."
              className={`${fieldClasses} py-1.5`}
            />
          )}
        </Field>
        <div role="status">
          {answer !== null && answer.failure !== null && (
            <Callout tone="error">
              {answer.failure} ({answer.durationMs.toLocaleString('en')} ms)
            </Callout>
          )}
          {answer !== null && answer.failure === null && <Scores answer={answer} />}
        </div>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Close</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Asking…' : 'Ask it'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function Scores({ answer: { scores, durationMs } }: { answer: RemoteScorerTestAnswer }) {
  return (
    <>
      <p className="text-sm text-ink-2">
        {scores.length === 0 ? 'It answered, and gave no score' : 'It answered'} in {durationMs.toLocaleString('en')} ms.
      </p>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm tabular-nums">
        {scores.map(({ attribute, value }) => (
          <div key={attribute} className="contents">
            <dt className="text-ink-2">{attribute.replace('uncivil.', '').replaceAll('_', ' ').replace('.', ' ')}</dt>
            <dd>{value.toFixed(2)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Asks before a scorer goes, with what waits for it. */
export function RemoveScorerDialog({ scorer, onClose }: Props) {
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', `settings/scorers/${scorer.id}`)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Remove ${scorer.name}?`}
      description="It is asked about no more comments. What it has suggested stays until somebody decides; its numbers count for nothing any more."
    >
      {refusal && <Callout tone="error">{refusal.message}</Callout>}
      <DialogButtons>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" disabled={isBusy} onClick={() => void remove()}>
          {isBusy ? 'Removing…' : 'Remove the scorer'}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
