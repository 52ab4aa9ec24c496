import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'

interface PlaceStepsProps {
  /** Where the cursor stands, in words. */
  place: string
  /** Moves the cursor; null where there is no comment that way. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  className?: string
}

/** Where the comment stands in the queue, and the ways to those beside it. */
export function PlaceSteps({ place, onPrevious, onNext, className }: PlaceStepsProps) {
  const t = useWords('queue')
  return (
    <div className={joinClasses('flex items-center gap-x-1 text-sm text-ink-3', className)}>
      <Step name={t('one.previous')} Icon={ChevronLeft} onPress={onPrevious} />
      <span data-figures className="whitespace-nowrap">
        {place}
      </span>
      <Step name={t('one.next')} Icon={ChevronRight} onPress={onNext} />
    </div>
  )
}

/** Stays where it is at either end, so that the other does not move under the hand. */
function Step({ name, Icon, onPress }: { name: string; Icon: typeof ChevronLeft; onPress: (() => void) | null }) {
  return (
    <Button look="quiet" size="icon" aria-label={name} aria-disabled={onPress === null} onClick={onPress ?? undefined}>
      <Icon aria-hidden className="rtl:-scale-x-100" />
    </Button>
  )
}
