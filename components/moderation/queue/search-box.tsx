'use client'

import { Search } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Completion } from '@/lib/domain/search/complete'
import { isUnderstood, parseSearch } from '@/lib/domain/search/parse'
import { joinClasses } from '../../ui/class-names'
import { CrossButton } from '../../ui/cross-button'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'
import { SearchProblem } from './search-problem'
import { useCompletions } from './use-completions'

interface SearchBoxProps {
  value: string
  onSearch: (text: string) => void
  /** Escape, or a search that was sent: the keys of the page work again. */
  onLeave?: () => void
  /** The key that leads here, if one does. */
  keyName?: string
  className?: string
}

/** The search that is in sight; the header and the filters each have one, for one width each. */
export function focusSearch(): boolean {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[role="search"] input')]
  const box = boxes.find((candidate) => candidate.checkVisibility())
  box?.focus()
  return box !== undefined
}

/** One box for every search: completes operators and names while one types, and says what it does not understand. */
export function SearchBox({ value, onSearch, onLeave, keyName, className }: SearchBoxProps) {
  const t = useWords('desk')
  const ownId = useId()
  const input = useRef<HTMLInputElement>(null)
  const { text, problem, completions, type, accept, send, handleKey } = useSearchText({ value, input, onSearch, onLeave })
  const { completing, Options, Meant, begin, close } = completions
  const listId = `${ownId}-list`
  return (
    <div className={joinClasses('relative', className)} role="search">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 start-2.5 size-3.5 -translate-y-1/2 text-ink-3" />
      <input
        ref={input}
        id={ownId}
        type="text"
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={completing !== null}
        aria-controls={listId}
        aria-activedescendant={completing && completing.at >= 0 ? `${listId}-${completing.at}` : undefined}
        aria-autocomplete="list"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem ? `${ownId}-problem` : undefined}
        autoComplete="off"
        spellCheck={false}
        // Without a text the hint is read as the page is.
        dir={text === '' ? undefined : 'auto'}
        placeholder={t('search.placeholder')}
        value={text}
        onFocus={begin}
        onBlur={close}
        onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
        onKeyDown={handleKey}
        className="h-8 w-full rounded-md border border-line-field bg-panel ps-8 pe-8 text-ink pointer-coarse:pe-11 placeholder:text-ink-3 hover:border-ink-3 focus-visible:outline-offset-0 aria-invalid:border-rose pointer-coarse:h-11"
      />
      {text === '' && keyName !== undefined && (
        <Kbd isHidden className="pointer-events-none absolute top-1/2 end-2 -translate-y-1/2 pointer-coarse:hidden">
          {keyName}
        </Kbd>
      )}
      {text !== '' && (
        <CrossButton
          label={t('search.clear')}
          onClick={() => send('')}
          className="absolute top-1/2 end-0.5 -translate-y-1/2 pointer-coarse:end-0"
        />
      )}
      {problem !== undefined && (
        <p
          id={`${ownId}-problem`}
          role="status"
          // Not beneath the completions, which may be what is missing.
          hidden={completing !== null}
          className="absolute inset-x-0 top-full z-40 mt-1 rounded-md border border-rose bg-panel px-2.5 py-1.5 text-sm text-rose shadow-raised"
        >
          <SearchProblem text={text} problem={problem} />
          {Meant !== undefined && <Meant text={text} problem={problem} />}
        </p>
      )}
      <ul
        id={listId}
        role="listbox"
        aria-label={t('search.completions')}
        hidden={completing === null}
        className="absolute inset-x-0 top-full z-50 mt-1 max-h-80 overflow-y-auto rounded-lg border border-line-strong bg-panel p-1 shadow-raised"
      >
        {completing !== null && Options !== undefined && <Options listId={listId} completing={completing} onAccept={accept} />}
      </ul>
    </div>
  )
}

interface SearchTextProps extends Pick<SearchBoxProps, 'value' | 'onSearch'> {
  onLeave: (() => void) | undefined
  input: RefObject<HTMLInputElement | null>
}

/** What is typed into the box until it is sent, what is wrong with it, and what the keys do. */
function useSearchText({ value, input, onSearch, onLeave }: SearchTextProps) {
  /** `isTyped`: since it was sent last. */
  const [draft, setDraft] = useState({ of: value, text: value, isTyped: false })
  const text = draft.of === value ? draft.text : value
  const completions = useCompletions(text)
  const { completing, isUsed, step, openAt, close } = completions
  // Whoever has written `author:` is about to say who, and `OR` begins names: that is not yet wrong.
  const isBegun = draft.of === value && draft.isTyped && /([:<>=]|\b(OR|AND|NOT))$/.test(text)
  const problem = (isUsed || value !== '') && !isBegun ? parseSearch(text).problems[0] : undefined

  function type(next: string, cursor: number): void {
    setDraft({ of: value, text: next, isTyped: true })
    openAt(cursor)
  }
  function accept({ at, end, text: replacement }: Completion): void {
    const next = text.slice(0, at) + replacement + text.slice(end).trimStart()
    const cursor = at + replacement.length
    type(next, cursor)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(cursor, cursor)
    })
  }
  function send(next: string): void {
    close()
    setDraft({ of: value, text: next, isTyped: false })
    if (!isUnderstood(next)) return
    onSearch(next.trim())
    onLeave?.()
  }
  function handleKey(event: KeyboardEvent): void {
    if (completing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (completing && (event.key === 'Tab' || event.key === 'Enter') && (completing.at >= 0 || event.key === 'Tab')) {
      event.preventDefault()
      const chosen = completing.options[Math.max(0, completing.at)]
      if (chosen) accept(chosen)
    } else if (event.key === 'Enter') send(text)
    else if (event.key === 'Escape') {
      if (completing) return close()
      // What was typed and not sent searches for nothing: left in the box it would read as if it did.
      setDraft({ of: value, text: value, isTyped: false })
      onLeave?.()
    }
  }

  return { text, problem, completions, type, accept, send, handleKey }
}
