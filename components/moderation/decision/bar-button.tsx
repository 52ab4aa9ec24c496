import type { ReactNode } from 'react'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { DropdownItem } from '../../ui/dropdown-menu'
import { Kbd } from '../../ui/kbd'
import { showKey } from '../command/key-words'

interface BarButtonProps {
  look?: 'solid' | 'plain'
  keys: string
  isOn: boolean
  /** Whether the list of choices it leads to is open; undefined when it leads to none. */
  isOpen?: boolean
  onPress: () => void
  className?: string
  children: ReactNode
}

/** Stays in place when it cannot be used, so that the others do not move under the hand. */
export function BarButton({ look = 'plain', keys, isOn, isOpen, onPress, className, children }: BarButtonProps) {
  return (
    <Button
      look={look}
      aria-keyshortcuts={keys}
      aria-disabled={!isOn}
      aria-expanded={isOpen}
      onClick={isOn ? onPress : undefined}
      className={joinClasses(
        // At the desk the bar is as wide as the list: first it gives up room, then the keys, then a button that is in the menu too.
        '@max-3xl:px-1.5 @max-2xl:px-1 max-sm:min-w-0 max-sm:flex-1 max-sm:px-1 max-sm:text-sm max-sm:leading-[1.15] max-sm:whitespace-normal aria-expanded:bg-sunk',
        className,
      )}
    >
      {children}
      <Kbd isHidden isInverse={look === 'solid'} className="max-sm:hidden pointer-coarse:hidden @max-xl:hidden">
        {showKey(keys)}
      </Kbd>
    </Button>
  )
}

interface BarEntryProps {
  keys?: string
  isOn: boolean
  onSelect: () => void
  children: ReactNode
}

/** What is in the menu of the bar. `keys`: as they are kept, like a button's. */
export function BarEntry({ keys, isOn, onSelect, children }: BarEntryProps) {
  return (
    <DropdownItem disabled={!isOn} onSelect={onSelect} className="justify-between gap-6 data-[disabled]:opacity-50">
      {children}
      {keys !== undefined && (
        <Kbd isHidden className="whitespace-nowrap pointer-coarse:hidden">
          {showKey(keys)}
        </Kbd>
      )}
    </DropdownItem>
  )
}
