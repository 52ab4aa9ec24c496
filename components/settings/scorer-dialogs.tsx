'use client'

import { useState, type SyntheticEvent } from 'react'
import type { RemoteScorerResource, RemoteScorerTestAnswer } from '@/lib/contracts/remote-scorer'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { useFormats, useWords } from '../words/words-context'
import { useSend } from './use-send'

interface Props {
  scorer: RemoteScorerResource
  onClose: () => void
}

/** Asks a scorer about a text, and shows what it answers. */
export function TestScorerDialog({ scorer, onClose }: Props) {
  const t = useWords('scorers')
  const shell = useWords('shell')
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
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t.parts('testOne', { name: <bdi key="name">{scorer.name}</bdi> })}
      description={t('testHint')}
    >
      <form className="flex flex-col gap-3" onSubmit={(event) => void test(event)}>
        <Field label={t('text')} error={refusal?.fields['text']}>
          {(control) => (
            <textarea
              {...control}
              name="text"
              rows={3}
              maxLength={20_000}
              dir="auto"
              required
              autoFocus
              defaultValue={t('textExample')}
              className={`${fieldClasses} py-1.5`}
            />
          )}
        </Field>
        <div role="status">
          {answer !== null && answer.failure !== null && (
            <Callout tone="error">
              {t.parts('failedIn', {
                failure: (
                  <bdi key="failure" lang="en">
                    {answer.failure}
                  </bdi>
                ),
                ms: answer.durationMs,
              })}
            </Callout>
          )}
          {answer !== null && answer.failure === null && <Scores answer={answer} />}
        </div>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>{shell('close')}</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? t('asking') : t('ask')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function Scores({ answer: { scores, durationMs } }: { answer: RemoteScorerTestAnswer }) {
  const t = useWords('scorers')
  const formats = useFormats()
  return (
    <>
      <p className="text-sm text-ink-2">{t(scores.length === 0 ? 'answeredNothing' : 'answered', { ms: durationMs })}</p>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm tabular-nums">
        {scores.map(({ attribute, value }) => (
          <div key={attribute} className="contents">
            <dt lang="en" className="text-ink-2">
              {attribute.replace('uncivil.', '').replaceAll('_', ' ').replace('.', ' ')}
            </dt>
            <dd>{formats.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Asks before a scorer goes, with what waits for it. */
export function RemoveScorerDialog({ scorer, onClose }: Props) {
  const t = useWords('scorers')
  const common = useWords('settings')
  const { send, isBusy, refusal } = useSend()

  async function remove(): Promise<void> {
    if (await send('DELETE', `settings/scorers/${scorer.id}`)) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t.parts('removeTitle', { name: <bdi key="name">{scorer.name}</bdi> })}
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
