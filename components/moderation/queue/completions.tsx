import { completeSearch, findAuthorTyped, type Completion } from '@/lib/domain/search/complete'
import { useWords } from '../../words/words-context'
import { SearchMeant } from './search-meant'

/** The options under a search, and which of them is chosen: -1 for none. */
export interface Completing {
  options: Completion[]
  at: number
}

interface CompletionOptionsProps {
  /** Of the list they stand in. */
  listId: string
  completing: Completing
  onAccept: (completion: Completion) => void
}

/** What a search may go on with, and what each means. */
function CompletionOptions({ listId, completing, onAccept }: CompletionOptionsProps) {
  const t = useWords('desk')
  return completing.options.map((option, index) => (
    <li
      key={option.text}
      id={`${listId}-${index}`}
      role="option"
      aria-selected={index === completing.at}
      // The field keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault()
        onAccept(option)
      }}
      className="flex min-h-8 cursor-pointer items-baseline gap-2 rounded-md px-2 py-1 hover:bg-sunk aria-selected:bg-accent-soft"
    >
      <bdi className="font-mono text-sm text-ink">{option.text.trim()}</bdi>
      <span className="truncate text-sm text-ink-3">
        <bdi>
          {option.operator === null ? option.means : t('means.named', { example: option.means, means: t(`means.${option.operator}`) })}
        </bdi>
      </span>
    </li>
  ))
}

/** What completes a search. It comes when somebody is about to search: nothing of it is needed before. */
export const COMPLETIONS = { SearchMeant, findAuthorTyped, completeSearch, CompletionOptions }
