import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from '../ui/button'

interface MoveButtonsProps {
  /** What the buttons do, with the name of what they move. */
  up: string
  down: string
  place: number
  /** The last place there is. */
  last: number
  isBusy: boolean
  onMove: (place: number) => void
}

/** Moves one of a list by a place. At its ends the buttons stay, so that the others do not move under the hand. */
export function MoveButtons({ up, down, place, last, isBusy, onMove }: MoveButtonsProps) {
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        disabled={isBusy}
        aria-disabled={place === 0}
        aria-label={up}
        onClick={() => place > 0 && onMove(place - 1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        disabled={isBusy}
        aria-disabled={place === last}
        aria-label={down}
        onClick={() => place < last && onMove(place + 1)}
      >
        <ArrowDown aria-hidden />
      </Button>
    </>
  )
}
