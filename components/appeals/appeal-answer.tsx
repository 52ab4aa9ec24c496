import { Check, NotebookPen, Undo2, X } from 'lucide-react'
import { REJECT_REASONS } from '@/lib/domain/comment'
import type { AppealVerdict } from '@/lib/domain/appeals'
import { useOwnReasons } from '../moderation/own-reasons'
import { nameReason } from '../moderation/decision/decision-words'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Kbd } from '../ui/kbd'
import { fieldClasses } from '../ui/input'
import { joinClasses } from '../ui/class-names'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import type { ListedAppeal } from './open-list'
import type { AnswerWords } from './use-appeals'

interface AppealAnswerProps {
  listed: ListedAppeal
  isCurrent: boolean
  keys: { grant: string; uphold: string }
  /** Null while no note is written. */
  words: AnswerWords | null
  onWords: (words: AnswerWords) => void
  onAnswer: (outcome: AppealVerdict) => void
  onUndo: () => void
}

/** What this person can do about an appeal, or why not; once it is answered, the way back. */
export function AppealAnswer({ listed, isCurrent, keys, words, onWords, onAnswer, onUndo }: AppealAnswerProps) {
  const t = useWords('appeals')
  const { appeal, answer } = listed
  if (answer !== null) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={answer.outcome === 'granted' ? 'green' : 'neutral'}>{t(`now.${answer.outcome}`)}</Badge>
        {answer.decisionId === null ? (
          <span className="text-sm text-ink-3">{t('saving')}</span>
        ) : (
          <Button size="sm" look="quiet" onClick={onUndo}>
            <Undo2 aria-hidden className="rtl:-scale-x-100" /> {t('undo')}
          </Button>
        )}
      </div>
    )
  }
  if (listed.isGone) return null
  if (appeal.mayAnswer !== 'yes') return <p className="text-ink-2">{t(appeal.mayAnswer === 'own' ? 'own' : 'reading')}</p>
  return (
    <>
      {words !== null && <NoteFields words={words} onWords={onWords} />}
      <div className="flex flex-wrap gap-2 max-sm:*:grow">
        <Button look={isCurrent ? 'solid' : 'plain'} aria-keyshortcuts={keys.grant} onClick={() => onAnswer('granted')}>
          <Check aria-hidden /> {t(appeal.subject === 'rejection' ? 'grant' : 'grant.mark')}
          {isCurrent && (
            <Kbd isHidden isInverse className="pointer-coarse:hidden">
              {keys.grant}
            </Kbd>
          )}
        </Button>
        <Button aria-keyshortcuts={keys.uphold} onClick={() => onAnswer('upheld')}>
          <X aria-hidden /> {t('uphold')}
          {isCurrent && (
            <Kbd isHidden className="pointer-coarse:hidden">
              {keys.uphold}
            </Kbd>
          )}
        </Button>
        {words === null && (
          <Button look="quiet" aria-keyshortcuts="n" onClick={() => onWords({ note: '', reason: '' })}>
            <NotebookPen aria-hidden /> {t('note')}
            {isCurrent && (
              <Kbd isHidden className="pointer-coarse:hidden">
                n
              </Kbd>
            )}
          </Button>
        )}
      </div>
    </>
  )
}

/** What goes to the commenter with the answer. Escape leads out of the note, to the keys. */
function NoteFields({ words, onWords }: { words: AnswerWords; onWords: (words: AnswerWords) => void }) {
  const t = useWords('appeals')
  const glossary = useWords('glossary')
  const ownReasons = useOwnReasons()
  return (
    <div className="mb-3 grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
      <Field label={t('note.label')} hint={t('note.hint')}>
        {(control) => (
          <textarea
            {...control}
            autoFocus
            dir="auto"
            rows={2}
            maxLength={2000}
            value={words.note}
            onChange={(event) => onWords({ ...words, note: event.target.value })}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.closest('li')?.focus()}
            className={joinClasses(fieldClasses, 'block py-1.5')}
          />
        )}
      </Field>
      <Field label={t('reason.label')}>
        {(control) => (
          <Select {...control} value={words.reason} onChange={(event) => onWords({ ...words, reason: event.target.value })}>
            <option value="">{t('reason.none')}</option>
            {[...REJECT_REASONS, ...ownReasons].map((reason) => (
              <option key={reason} value={reason}>
                {nameReason(glossary, reason)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
