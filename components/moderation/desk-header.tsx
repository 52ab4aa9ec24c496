'use client'

import { CircleHelp } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button'
import { joinClasses } from '../ui/class-names'
import { ThemeSwitch } from '../ui/theme-switch'
import { useKeys } from './use-keys'
import { UserMenu } from './user-menu'
import type { Viewer } from './viewer'

const HelpDialog = dynamic(() => import('./help-dialog').then((module) => module.HelpDialog), { ssr: false })

const PLACES = [
  { href: '/queue', word: 'Queue', keys: 'g q' },
  { href: '/articles', word: 'Articles', keys: 'g a' },
  { href: '/settings', word: 'Settings', keys: 'g s' },
] as const

export function DeskHeader({ viewer }: { viewer: Viewer }) {
  const path = usePathname()
  const router = useRouter()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const places = PLACES.filter((place) => place.href !== '/settings' || viewer.role === 'admin')

  useKeys({
    ...Object.fromEntries(places.map((place) => [place.keys, () => router.push(place.href)])),
    '?': () => setHelpOpen(true),
    'Shift+?': () => setHelpOpen(true),
  })

  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b border-line bg-panel px-3 sm:gap-3 sm:px-4 print:hidden">
      <Link
        href="/queue"
        className="rounded-md py-1 pr-1 text-md font-[680] tracking-[-0.02em] text-ink no-underline sm:mr-2"
        aria-label="Parley, to the queue"
      >
        Parley<span className="text-accent">.</span>
      </Link>
      <nav aria-label="Desk" className="flex min-w-0 items-center">
        {places.map((place) => {
          const isHere = path === place.href || path.startsWith(`${place.href}/`)
          return (
            <Link
              key={place.href}
              href={place.href}
              aria-current={isHere ? 'page' : undefined}
              className={joinClasses(
                'relative flex h-12 items-center px-2 font-[540] no-underline -outline-offset-2! sm:px-3',
                isHere
                  ? 'text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full after:bg-accent sm:after:inset-x-3'
                  : 'text-ink-2 hover:text-ink',
              )}
            >
              {place.word}
            </Link>
          )
        })}
      </nav>
      <div className="ml-auto flex items-center gap-0.5">
        <ThemeSwitch className="max-sm:hidden" />
        <Button
          look="quiet"
          size="icon"
          aria-label="Keys and help"
          title="Keys and help (?)"
          aria-keyshortcuts="?"
          className="max-sm:hidden"
          onClick={() => setHelpOpen(true)}
        >
          <CircleHelp aria-hidden />
        </Button>
        <UserMenu viewer={viewer} onHelp={() => setHelpOpen(true)} />
      </div>
      {isHelpOpen && <HelpDialog viewer={viewer} onClose={() => setHelpOpen(false)} />}
    </header>
  )
}
