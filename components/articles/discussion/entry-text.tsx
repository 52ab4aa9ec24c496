import { useState } from 'react'
import { CommentText } from '../../moderation/comment-text'
import { useWords } from '../../words/words-context'

/** More than this does not fit into the lines that are shown, however wide they are. */
const MOST_CHARACTERS = 1200
const LINES = 14

const isLong = (text: string) => text.length > MOST_CHARACTERS || text.split('\n').length > LINES

/** The text of a comment of the thread; of a very long one its beginning, so that what answers it is not screens away. */
export function EntryText({ text, className = '' }: { text: string; className?: string }) {
  const t = useWords('article')
  const [isWhole, setWhole] = useState(false)
  if (!isLong(text)) return <CommentText text={text} className={className} />
  return (
    <>
      {isWhole ? (
        <CommentText text={text} className={className} />
      ) : (
        <CommentText text={text} lines={LINES} className={`${className} print:line-clamp-none`} />
      )}
      <button
        type="button"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
        className="me-4 mt-1 min-h-6 rounded-sm text-sm text-accent underline-offset-3 hover:underline pointer-coarse:min-h-11 print:hidden"
      >
        {t(isWhole ? 'entry.lessText' : 'entry.wholeText')}
      </button>
    </>
  )
}
