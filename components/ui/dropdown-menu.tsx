'use client'

import {
  cloneElement,
  createContext,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { joinClasses } from './class-names'

const GAP = 6
const CloseContext = createContext<() => void>(() => undefined)

interface MenuProps {
  /** One button; it is given the menu's aria attributes and handlers. */
  trigger: ReactElement<ComponentProps<'button'> & { 'data-state'?: string }>
  children: ReactNode
  align?: 'start' | 'end'
}

/**
 * A menu button by the ARIA practices: arrows, Home, End and first letters move, Escape and Tab leave, a press elsewhere
 * closes. The menu stands beside its button in the page, within its landmark, above or below wherever there is room.
 */
export function DropdownMenu({ trigger, children, align = 'end' }: MenuProps) {
  const [openAt, setOpenAt] = useState<'first' | 'last' | null>(null)
  const anchor = useRef<HTMLSpanElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const isOpen = openAt !== null
  const button = () => anchor.current?.querySelector<HTMLElement>('button') ?? null

  function close(isFocusKept = false): void {
    setOpenAt(null)
    if (!isFocusKept) button()?.focus({ preventScroll: true })
  }
  function openByKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpenAt(event.key === 'ArrowDown' ? 'first' : 'last')
  }

  useLayoutEffect(() => {
    if (openAt === null || menu.current === null || anchor.current === null) return
    place(menu.current, anchor.current.firstElementChild ?? anchor.current, align)
    const items = listItems(menu.current)
    items.at(openAt === 'first' ? 0 : -1)?.focus({ preventScroll: true })
  }, [openAt, align])
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && anchor.current?.contains(event.target) !== true) setOpenAt(null)
    }
    const end = () => setOpenAt(null)
    document.addEventListener('pointerdown', leave, true)
    window.addEventListener('resize', end)
    return () => {
      document.removeEventListener('pointerdown', leave, true)
      window.removeEventListener('resize', end)
    }
  }, [isOpen])

  return (
    <span ref={anchor} className="inline-flex max-w-full min-w-0 *:grow">
      {cloneElement(trigger, {
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': isOpen ? id : undefined,
        'data-state': isOpen ? 'open' : 'closed',
        onClick: () => setOpenAt(isOpen ? null : 'first'),
        onKeyDown: openByKey,
      })}
      {isOpen && (
        <div
          ref={menu}
          id={id}
          role="menu"
          aria-label={trigger.props['aria-label']}
          data-state="open"
          tabIndex={-1}
          onKeyDown={(event) => moveByKey(event, menu.current, close)}
          className="fixed z-60 max-h-[calc(100dvh-1rem)] w-max max-w-[calc(100vw-1rem)] min-w-52 animate-rise overflow-y-auto rounded-lg border border-line-strong bg-panel p-1 text-ink shadow-raised outline-none"
        >
          <CloseContext.Provider value={close}>{children}</CloseContext.Provider>
        </div>
      )}
    </span>
  )
}

const listItems = (menu: Element): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')]

/** Below the button or, where there is no room, above it; within the window. `start` is the side where reading begins. */
function place(menu: HTMLElement, button: Element, align: 'start' | 'end'): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = menu
  const isAtLeft = (align === 'start') === (getComputedStyle(menu).direction !== 'rtl')
  const left = isAtLeft ? at.left : at.right - width
  const below = at.bottom + GAP
  const top = below + height <= window.innerHeight ? below : at.top - GAP - height
  menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`
  menu.style.top = `${Math.max(8, top)}px`
}

function moveByKey(event: KeyboardEvent, menu: HTMLElement | null, close: (isFocusKept?: boolean) => void): void {
  if (menu === null || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Tab') return close(true)
  const items = listItems(menu)
  const index = items.findIndex((item) => item === document.activeElement)
  const goTo = (item: HTMLElement | undefined) => {
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'nearest' })
  }
  if (event.key === 'Escape') close()
  else if (event.key === 'ArrowDown') goTo(items[Math.min(index + 1, items.length - 1)])
  else if (event.key === 'ArrowUp') goTo(items[Math.max(index - 1, 0)])
  else if (event.key === 'Home') goTo(items[0])
  else if (event.key === 'End') goTo(items.at(-1))
  else if (event.key === 'Enter' || event.key === ' ') items[index]?.click()
  else if (event.key.length === 1) goTo(findByLetter(items, index, event.key.toLowerCase()))
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** The next item, in a circle, whose words begin with the letter. */
function findByLetter(items: HTMLElement[], index: number, letter: string): HTMLElement | undefined {
  const around = [...items.slice(index + 1), ...items.slice(0, index + 1)]
  return around.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter) === true)
}

interface ItemProps {
  onSelect: () => void
  disabled?: boolean
  className?: string
  children: ReactNode
}

export function DropdownItem({ onSelect, disabled = false, className, children }: ItemProps) {
  const close = useContext(CloseContext)
  return (
    <div
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      data-disabled={disabled ? '' : undefined}
      onClick={() => {
        if (disabled) return
        // First: what it does may take the focus elsewhere, to a dialog.
        close()
        onSelect()
      }}
      onPointerMove={(event) => !disabled && event.currentTarget.focus({ preventScroll: true })}
      className={joinClasses(
        'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-ink-2 no-underline outline-none select-none focus:bg-sunk focus:text-ink aria-disabled:cursor-default pointer-coarse:min-h-11 [&_svg]:size-4',
        className,
      )}
    >
      {children}
    </div>
  )
}

export function DropdownHeading({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-sm text-ink-2">{children}</div>
}

export function DropdownLine() {
  return <div role="separator" className="my-1 h-px bg-line" />
}
