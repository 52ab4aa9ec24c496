'use client'

import { useState } from 'react'
import type { ArticleActInput } from '@/lib/contracts/article-act'
import { Button } from '../ui/button'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { Select } from '../ui/select'
import { ACT_WORDS } from './act-words'

export type AskedAct = 'ask_help' | 'slow_article' | 'close_article'

interface ArticleActDialogProps {
  asked: AskedAct
  slowSeconds: number | null
  /** Null when it was done, else why not. */
  onTake: (act: ArticleActInput['act'], note?: string) => Promise<string | null>
  onClose: () => void
}

const PACES: readonly { seconds: number | null; word: string }[] = [
  { seconds: null, word: 'Off' },
  { seconds: 30, word: 'One comment every 30 seconds' },
  { seconds: 120, word: 'One every 2 minutes' },
  { seconds: 600, word: 'One every 10 minutes' },
  { seconds: 3600, word: 'One an hour' },
]

const DESCRIPTIONS: Record<AskedAct, string> = {
  ask_help: 'The discussion goes to the top of the moderators’ queue with your note.',
  slow_article: 'How long somebody must wait between two comments here. The site’s own comment system is told.',
  close_article: 'No new comments are taken. What is there stays, and it can be reopened.',
}

/** Asks what an act needs to know before it is taken. */
export function ArticleActDialog({ asked, slowSeconds, onTake, onClose }: ArticleActDialogProps) {
  const [note, setNote] = useState('')
  const [pace, setPace] = useState(String(slowSeconds ?? ''))
  const [refusal, setRefusal] = useState<string | null>(null)
  const isNoteNeeded = asked === 'ask_help'
  async function take(): Promise<void> {
    const answer = await (asked === 'ask_help'
      ? onTake({ kind: 'ask_help', note: note.trim() })
      : asked === 'slow_article'
        ? onTake({ kind: 'slow_article', seconds: pace === '' ? null : Number(pace) }, note)
        : onTake({ kind: 'close_article' }, note))
    if (answer === null) onClose()
    else setRefusal(answer)
  }
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={ACT_WORDS[asked]} description={DESCRIPTIONS[asked]}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        {asked === 'slow_article' && (
          <Field label="Pace">
            {(control) => (
              <Select {...control} autoFocus value={pace} onChange={(event) => setPace(event.target.value)}>
                {PACES.map(({ seconds, word }) => (
                  <option key={word} value={seconds ?? ''}>
                    {word}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field
          label={isNoteNeeded ? 'What should they look at?' : 'Note for the log'}
          hint={isNoteNeeded ? 'Colleagues see it, commenters never do.' : 'May be left empty.'}
          error={refusal}
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={500}
              required={isNoteNeeded}
              autoFocus={asked !== 'slow_article'}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              className={`${fieldClasses} py-1.5`}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isNoteNeeded && note.trim() === ''}>
            {ACT_WORDS[asked]}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
