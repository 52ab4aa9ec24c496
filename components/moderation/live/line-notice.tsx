import { CloudOff, RefreshCw } from 'lucide-react'
import { useWords } from '../../words/words-context'
import { useSurroundings } from '../frame/desk-surroundings'
import { isOtherSignedIn } from '../signed-in'
import { isTold, type LineState } from './live-line'

interface LineNoticeProps {
  line: LineState
  /** How many decisions are kept in the browser. */
  held: number
  /** Whether they wait for this person to sign in again. */
  isSignedOut: boolean
}

/** Says when the line to the server is broken, and what became of the decisions made meanwhile. */
export function LineNotice({ line, held, isSignedOut }: LineNoticeProps) {
  const t = useWords('queue')
  const { viewerId } = useSurroundings()
  if (held === 0 && !isTold(line)) return null
  const isOut = isSignedOut || line === 'signed_out'
  const isHeld = held > 0
  const isOther = isOut && isOtherSignedIn(viewerId)
  const Icon = isHeld || isOut ? CloudOff : RefreshCw
  return (
    <p role="status" className="flex items-center gap-2 border-b border-line bg-amber-soft px-4 py-1.5 text-sm text-amber">
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>
        {isOther
          ? t('line.other')
          : isHeld
            ? t(isOut ? 'line.heldOut' : 'line.held', { count: held })
            : t(isOut ? 'line.out' : 'line.broken')}{' '}
        {/* Who follows it while somebody else is signed in comes to their desk. */}
        {isOut && !isOther && (
          <a href="/sign-in?next=/queue" target="_blank" className="font-[580] whitespace-nowrap text-amber underline underline-offset-2">
            {t('line.signIn')}
          </a>
        )}
      </span>
    </p>
  )
}
