import { useRouter } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'
import type { Erasure, ErasurePreview } from '@/lib/contracts/erasure'
import { isTypedName } from '@/lib/domain/typed-name'
import { ProgressBar } from '../import/progress-bar'
import { sendDesk } from '../moderation/desk-api'
import { wordError } from '../moderation/failure-words'
import { VoiceName } from '../moderation/voice-name'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useBusy } from '../ui/use-busy'
import { useWords } from '../words/words-context'

interface EraseDialogProps {
  /** Of the commenter, below the desk's API. */
  path: string
  preview: ErasurePreview
  onClose: () => void
}

/** Says what would be erased and that it is for good, asks for the name, and then tells how far it has come. */
export function EraseDialog({ path, preview, onClose }: EraseDialogProps) {
  const t = useWords('privacy')
  const router = useRouter()
  const [erasure, setErasure] = useState<Erasure | null>(null)
  // Whoever this page is about is nobody once it has begun.
  const close = () => (erasure === null ? onClose() : router.push('/queue'))
  return (
    <Dialog
      onClose={close}
      title={erasure === null ? t.parts('ask', { name: <VoiceName key="name" name={preview.name} /> }) : t('title')}
      description={erasure === null ? t('askWhy') : undefined}
    >
      {erasure === null ? (
        <EraseForm path={path} preview={preview} onClose={onClose} onBegun={setErasure} />
      ) : (
        <EraseProgress begun={erasure} onLeave={close} />
      )}
    </Dialog>
  )
}

function EraseForm({ path, preview, onClose, onBegun }: EraseDialogProps & { onBegun: (erasure: Erasure) => void }) {
  const t = useWords('privacy')
  const shell = useWords('shell')
  const [name, setName] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function erase(): Promise<void> {
    if (!isTypedName(name, preview.name)) return setWrong(true)
    try {
      onBegun(await sendDesk<Erasure>('POST', `${path}/erasure`, { name }))
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        run(erase)
      }}
    >
      <WhatGoes counts={preview.counts} />
      <Field label={t('type')} error={isWrong ? t('typed') : null} className="mt-4">
        {(control) => (
          <Input
            {...control}
            dir="auto"
            autoComplete="off"
            value={name}
            onChange={(event) => {
              setName(event.target.value)
              setWrong(false)
            }}
          />
        )}
      </Field>
      {refusal !== null && (
        <Callout tone="error" className="mt-3">
          {refusal}
        </Callout>
      )}
      <DialogButtons>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button look="danger" type="submit" aria-disabled={isBusy}>
          {isBusy ? t('erasing') : t('go')}
        </Button>
      </DialogButtons>
    </form>
  )
}

const COUNTED = ['earlierTexts', 'appeals', 'reportsMade', 'notes'] as const

function WhatGoes({ counts }: { counts: ErasurePreview['counts'] }) {
  const t = useWords('privacy')
  const lines: ReactNode[] = [
    <li key="comments">{t('comments', { count: counts.comments })}</li>,
    ...COUNTED.filter((name) => counts[name] > 0).map((name) => <li key={name}>{t(name, { count: counts[name] })}</li>),
  ]
  return (
    <>
      <ul className="list-disc space-y-0.5 ps-5">{lines}</ul>
      <p className="mt-2 text-sm text-pretty text-ink-2">{t('stays')}</p>
      {counts.views > 0 && (
        <Callout tone="warning" className="mt-3">
          {t('views', { count: counts.views })}
        </Callout>
      )}
    </>
  )
}

const LOOK_MS = 1000

function EraseProgress({ begun, onLeave }: { begun: Erasure; onLeave: () => void }) {
  const t = useWords('privacy')
  const [erasure, setErasure] = useState(begun)
  const { id, state } = erasure
  useEffect(() => {
    if (state === 'done') return
    // What cannot be asked just now is asked again: it goes on whether or not anybody looks.
    const look = () => sendDesk<Erasure>('GET', `erasures/${id}`).then(setErasure, () => undefined)
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [id, state])
  const { comments: total, erased: done } = erasure
  return (
    <>
      {state === 'done' ? (
        <Callout tone="success" title={t('done')}>
          {t('doneWhy')}
        </Callout>
      ) : (
        <>
          <ProgressBar label={t('erasing')} share={total === 0 ? null : done / total} />
          <p role="status" className="mt-2 text-ink-2">
            {t('progress', { done, total })}
          </p>
        </>
      )}
      <DialogButtons>
        <Button look="solid" autoFocus onClick={onLeave}>
          {t('toQueue')}
        </Button>
      </DialogButtons>
    </>
  )
}
