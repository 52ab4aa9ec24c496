'use client'

import {
  Bell,
  CloudCog,
  FileUp,
  Gauge,
  KeyRound,
  ListChecks,
  ListFilter,
  MessageSquareX,
  Newspaper,
  Scale,
  ScanEye,
  ScrollText,
  Shell,
  Users,
  Webhook,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { joinClasses } from '../ui/class-names'
import { useCurrentInSight } from '../ui/use-current-in-sight'
import { useWords } from '../words/words-context'

const SECTIONS = [
  { href: '/settings', place: 'site', Icon: Newspaper },
  { href: '/settings/rules', place: 'rules', Icon: ListChecks },
  { href: '/settings/words', place: 'words', Icon: ListFilter },
  { href: '/settings/reasons', place: 'reasons', Icon: MessageSquareX },
  { href: '/settings/scores', place: 'scores', Icon: Gauge },
  { href: '/settings/fairness', place: 'fairness', Icon: Scale },
  { href: '/settings/second-looks', place: 'second-looks', Icon: ScanEye },
  { href: '/settings/scorers', place: 'scorers', Icon: CloudCog },
  { href: '/settings/alerts', place: 'alerts', Icon: Bell },
  { href: '/settings/keys', place: 'keys', Icon: KeyRound },
  { href: '/settings/webhooks', place: 'webhooks', Icon: Webhook },
  { href: '/settings/coral', place: 'coral', Icon: Shell },
  { href: '/settings/people', place: 'people', Icon: Users },
  { href: '/settings/import', place: 'import', Icon: FileUp },
  { href: '/settings/audit', place: 'audit', Icon: ScrollText },
] as const

/** One of the pages of the settings. */
export type Place = (typeof SECTIONS)[number]['place']

/** The sections of Settings: beside the page, or above it where there is no room. */
export function SettingsNav() {
  const t = useWords('settings')
  const path = usePathname()
  const strip = useCurrentInSight<HTMLElement>(path)

  return (
    <nav ref={strip} aria-label={t('title')} className="max-md:scroll-strip flex gap-0.5 max-md:-mx-4 max-md:px-4 max-md:pb-2 md:flex-col">
      {SECTIONS.map(({ href, place, Icon }) => {
        const isHere = path === href || (href !== '/settings' && path.startsWith(`${href}/`))
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? 'page' : undefined}
            className={joinClasses(
              'flex h-8 shrink-0 items-center gap-2 rounded-md px-2.5 whitespace-nowrap no-underline -outline-offset-2! pointer-coarse:h-11',
              isHere ? 'bg-sunk font-[560] text-ink' : 'text-ink-2 hover:bg-sunk hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0 text-ink-3 max-md:hidden" />
            {t(`nav.${place}`)}
          </Link>
        )
      })}
    </nav>
  )
}
