import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import { CommentText } from '../comment-text'
import { splitText } from '../split-text'

/** Above this many characters a diff of words would hold up the page; the old text is shown instead. */
const MAX_LENGTH = 20_000

/** What an edit took away and put in, word by word. */
export function RevisionDiff({ before, after }: { before: string; after: string }) {
  const isTooLong = before.length + after.length > MAX_LENGTH
  const changes = useMemo(() => (isTooLong ? [] : diffWordsWithSpace(before, after, { timeout: 200 })), [before, after, isTooLong])
  if (isTooLong || changes === undefined) return <CommentText text={before} lines={14} className="text-ink-2" />
  return (
    <p dir="auto" className="user-text rounded-md bg-sunk px-3 py-2 text-sm text-ink-2">
      {changes.map((change, index) => {
        const text = splitText(change.value)
          .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.name}]`))
          .join('')
        if (change.added)
          return (
            <ins key={index} className="rounded-[3px] bg-highlight-green text-ink no-underline [del+&]:ms-0.5">
              {text}
            </ins>
          )
        if (change.removed)
          return (
            <del key={index} className="rounded-[3px] bg-highlight-rose text-ink">
              {text}
            </del>
          )
        return <span key={index}>{text}</span>
      })}
    </p>
  )
}
