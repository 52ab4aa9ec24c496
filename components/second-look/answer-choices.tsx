import { REJECT_REASONS, UNCIVIL_KINDS } from '@/lib/domain/comment'
import type { LookAnswer } from '@/lib/domain/second-look'
import { nameReason } from '../moderation/decision/decision-words'
import { CrossButton } from '../ui/cross-button'
import { Kbd } from '../ui/kbd'
import type { Words } from '../words/rooms'
import { useWords } from '../words/words-context'

/** What is still to be chosen: the reason of a rejection, or the kind of incivility. */
export type Asked = { of: 'reason' } | { of: 'uncivil'; alsoReject: boolean }

export interface AnswerChoice {
  /** The digit, of the newsroom's own reasons with Shift, in tinykeys' words. */
  keys: string
  name: string
  answer: LookAnswer
}

/** The choices by the digits that they have at the desk. */
export function listAnswers(glossary: Words<'glossary'>, asked: Asked, ownReasons: readonly string[]): AnswerChoice[] {
  if (asked.of === 'uncivil') {
    const alsoReject = asked.alsoReject ? { alsoReject: true } : {}
    return UNCIVIL_KINDS.map((uncivilKind, index) => ({
      keys: String(index + 1),
      name: glossary(`kind.${uncivilKind}`),
      answer: { kind: 'mark', mark: 'uncivil', uncivilKind, ...alsoReject },
    }))
  }
  const reject = (keys: string, reason: string): AnswerChoice => ({
    keys,
    name: nameReason(glossary, reason),
    answer: { kind: 'reject', reason },
  })
  return [
    ...REJECT_REASONS.map((reason, index) => reject(String(index + 1), reason)),
    ...ownReasons.map((reason, index) => reject(`Shift+Digit${index + 1}`, reason)),
  ]
}

interface AnswerChoicesProps {
  title: string
  choices: readonly AnswerChoice[]
  onChoose: (answer: LookAnswer) => void
  onCancel: () => void
}

/** The list that lies above the bar; the keys keep working. */
export function AnswerChoices({ title, choices, onChoose, onCancel }: AnswerChoicesProps) {
  const shell = useWords('shell')
  return (
    <div
      role="group"
      aria-label={title}
      className="absolute inset-x-0 bottom-full z-20 animate-rise border-t border-line-strong bg-panel px-3 py-2 shadow-raised"
    >
      <div className="mx-auto max-w-6xl">
        <div className="flex items-center justify-between gap-1 pb-1 ps-1.5">
          <p role="status" className="font-[580]">
            {title}
          </p>
          <CrossButton label={shell('cancel')} onClick={onCancel} />
        </div>
        <ul className="flex flex-wrap gap-x-1 gap-y-0.5 max-sm:grid max-sm:grid-cols-2">
          {choices.map(({ keys, name, answer }) => (
            <li key={keys} className="min-w-0">
              <button
                type="button"
                aria-keyshortcuts={keys.replace('Digit', '')}
                onClick={() => onChoose(answer)}
                className="flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-start text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:min-h-11"
              >
                <Kbd isHidden className="pointer-coarse:hidden">
                  {keys.replace('Shift+Digit', '⇧')}
                </Kbd>
                <bdi className="min-w-0 truncate">{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
