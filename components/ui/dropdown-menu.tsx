'use client'

import { DropdownMenu as Radix } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { joinClasses } from './class-names'

/** `trigger` is one button; it is given the menu's aria attributes. The menu opens beside it in the page, within its landmark. */
export function DropdownMenu({ trigger, children, align = 'end' }: { trigger: ReactNode; children: ReactNode; align?: 'start' | 'end' }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        align={align}
        sideOffset={6}
        className="z-50 min-w-52 animate-rise rounded-lg border border-line bg-panel p-1 text-ink shadow-raised"
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}

export function DropdownItem({ className, ...rest }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      className={joinClasses(
        'flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-ink-2 no-underline outline-none data-[highlighted]:bg-sunk data-[highlighted]:text-ink pointer-coarse:min-h-10 [&_svg]:size-4',
        className,
      )}
      {...rest}
    />
  )
}

export function DropdownHeading({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-sm text-ink-2">{children}</Radix.Label>
}

export function DropdownLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
