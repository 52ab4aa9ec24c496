'use client'

import { Bell, CloudCog, FileUp, Gauge, KeyRound, ListFilter, Newspaper, Scale, ScrollText, Shell, Users, Webhook } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { joinClasses } from '../ui/class-names'

const SECTIONS = [
  { href: '/settings', word: 'Site and policy', Icon: Newspaper },
  { href: '/settings/words', word: 'Watched words', Icon: ListFilter },
  { href: '/settings/scores', word: 'Scores', Icon: Gauge },
  { href: '/settings/fairness', word: 'Fairness', Icon: Scale },
  { href: '/settings/scorers', word: 'Scorers', Icon: CloudCog },
  { href: '/settings/alerts', word: 'Alerts', Icon: Bell },
  { href: '/settings/keys', word: 'API keys', Icon: KeyRound },
  { href: '/settings/webhooks', word: 'Webhooks', Icon: Webhook },
  { href: '/settings/coral', word: 'Coral', Icon: Shell },
  { href: '/settings/people', word: 'People', Icon: Users },
  { href: '/settings/import', word: 'Import', Icon: FileUp },
  { href: '/settings/audit', word: 'Audit log', Icon: ScrollText },
] as const

/** The sections of Settings: beside the page, or above it where there is no room. */
export function SettingsNav() {
  const path = usePathname()
  const current = useRef<HTMLAnchorElement>(null)

  // On a phone the sections scroll sideways, and the one that is shown may be outside.
  useEffect(() => {
    current.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [path])

  return (
    <nav
      aria-label="Settings"
      className="scroll-quiet -mx-4 flex gap-0.5 overflow-x-auto px-4 max-md:border-b max-md:border-line max-md:pb-2 md:mx-0 md:flex-col md:px-0"
    >
      {SECTIONS.map(({ href, word, Icon }) => {
        const isHere = path === href || (href !== '/settings' && path.startsWith(`${href}/`))
        return (
          <Link
            key={href}
            href={href}
            ref={isHere ? current : null}
            aria-current={isHere ? 'page' : undefined}
            className={joinClasses(
              'flex h-8 shrink-0 items-center gap-2 rounded-md px-2.5 whitespace-nowrap no-underline -outline-offset-2! pointer-coarse:h-10',
              isHere ? 'bg-sunk font-[560] text-ink' : 'text-ink-2 hover:bg-sunk hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0 text-ink-3 max-md:hidden" />
            {word}
          </Link>
        )
      })}
    </nav>
  )
}
