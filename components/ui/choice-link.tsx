import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from './button'

/** One of several ways to look at the same page, such as a period. */
export function ChoiceLink({ href, isChosen, children }: { href: string; isChosen: boolean; children: ReactNode }) {
  return (
    <Button
      asChild
      size="sm"
      className="aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
    >
      <Link href={href} aria-current={isChosen ? 'page' : undefined} prefetch={false}>
        {children}
      </Link>
    </Button>
  )
}
