import { useState } from 'react'
import type { CommenterHold } from '@/lib/contracts/commenter-hold'
import { CommentText } from '../moderation/comment-text'
import { sendDesk } from '../moderation/desk-api'
import { wordError } from '../moderation/failure-words'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { LocalTime } from '../ui/local-time'
import { sendOnEnter } from '../ui/send-on-enter'
import { useBusy } from '../ui/use-busy'
import { useWords } from '../words/words-context'

interface HoldProps {
  commenterId: string
  /** Whether it stands in place of what was just pressed here: then it takes the focus, which would be lost. */
  isFresh: boolean
  onDone: () => void
}

const addressOf = (commenterId: string) => `commenters/${encodeURIComponent(commenterId)}/hold`

/** Leads to a dialog, and from there to holding everything that somebody sends. */
export function HoldButton({ commenterId, isFresh, onDone }: HoldProps) {
  const t = useWords('commenter')
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      <Button autoFocus={isFresh} onClick={() => setAsked(true)}>
        {t('hold')}
      </Button>
      {isAsked && <HoldDialog commenterId={commenterId} onDone={onDone} onClose={() => setAsked(false)} />}
    </>
  )
}

function HoldDialog({ commenterId, onDone, onClose }: Omit<HoldProps, 'isFresh'> & { onClose: () => void }) {
  const t = useWords('commenter')
  const shell = useWords('shell')
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function hold(): Promise<void> {
    try {
      await sendDesk('PUT', addressOf(commenterId), { note })
      onDone()
      onClose()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <Dialog onClose={onClose} title={t('hold')} description={t('holdAsk')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run(hold)
        }}
      >
        <Field label={t('holdNote')} hint={t('holdNoteHint')} error={refusal}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={500}
              autoFocus
              value={note}
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={sendOnEnter}
              className={`${fieldClasses} py-1.5`}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" aria-disabled={isBusy}>
            {t('hold')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** Says that everything somebody sends is held, since when, for whom and why, and lets it end. */
export function HoldCallout({ commenterId, isFresh, onDone, hold, canEnd }: HoldProps & { hold: CommenterHold; canEnd: boolean }) {
  const t = useWords('commenter')
  const shell = useWords('shell')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function release(): Promise<void> {
    try {
      await sendDesk('DELETE', addressOf(commenterId))
      onDone()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  const end = (
    <Button autoFocus={isFresh} aria-disabled={isBusy} onClick={() => run(release)}>
      {t('release')}
    </Button>
  )
  return (
    <Callout
      tone="warning"
      className="mb-4"
      title={t.parts('held', { day: <LocalTime key="day" at={hold.at} look="day" />, who: <bdi key="who">{hold.by}</bdi> })}
      {...(canEnd ? { next: end } : {})}
    >
      {hold.note !== '' && <CommentText text={hold.note} />}
      {refusal !== null && (
        <p role="alert" className="text-sm text-rose">
          {refusal}
        </p>
      )}
    </Callout>
  )
}
