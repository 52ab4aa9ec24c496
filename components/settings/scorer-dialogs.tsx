'use client'

import { useState } from 'react'
import type { RemoteScorerResource, RemoteScorerTestAnswer } from '@/lib/contracts/remote-scorer'
import { readField } from '../sign-in/read-field'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { useFormats, useWords } from '../words/words-context'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'
import { RemoveDialog } from './remove-dialog'

interface Props {
  scorer: RemoteScorerResource
  onClose: () => void
}

/** Asks a scorer about a text, and shows what it answers. */
export function TestScorerDialog({ scorer, onClose }: Props) {
  const t = useWords('scorers')
  const shell = useWords('shell')
  const [answer, setAnswer] = useState<RemoteScorerTestAnswer | null>(null)
  const form = useSend()
  const { send, refusal } = form

  async function test(fields: FormData): Promise<void> {
    setAnswer(null)
    const text = readField(fields, 'text')
    const sent = await send<RemoteScorerTestAnswer>('POST', `settings/scorers/${scorer.id}/test`, { text })
    if (sent) setAnswer(sent.answer)
  }

  return (
    <FormDialog
      title={t.parts('testOne', { name: <bdi key="name">{scorer.name}</bdi> })}
      description={t('testHint')}
      send={t('ask')}
      sending={t('asking')}
      leave={shell('close')}
      form={form}
      onSend={test}
      onClose={onClose}
    >
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
    </FormDialog>
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
  return (
    <RemoveDialog
      path={`settings/scorers/${scorer.id}`}
      title={t.parts('removeTitle', { name: <bdi key="name">{scorer.name}</bdi> })}
      description={t('removeHint')}
      send={t('removeSend')}
      sending={common('removing')}
      onClose={onClose}
    />
  )
}
