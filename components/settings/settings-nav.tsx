'use client'

import {
  Bell,
  CloudCog,
  FileUp,
  Gauge,
  HeartPulse,
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

const GROUPS = [
  {
    name: 'policy',
    sections: [
      { href: '/settings', place: 'site', Icon: Newspaper },
      { href: '/settings/rules', place: 'rules', Icon: ListChecks },
      { href: '/settings/words', place: 'words', Icon: ListFilter },
      { href: '/settings/reasons', place: 'reasons', Icon: MessageSquareX },
    ],
  },
  {
    name: 'quality',
    sections: [
      { href: '/settings/scores', place: 'scores', Icon: Gauge },
      { href: '/settings/fairness', place: 'fairness', Icon: Scale },
      { href: '/settings/second-looks', place: 'second-looks', Icon: ScanEye },
    ],
  },
  {
    name: 'connections',
    sections: [
      { href: '/settings/keys', place: 'keys', Icon: KeyRound },
      { href: '/settings/webhooks', place: 'webhooks', Icon: Webhook },
      { href: '/settings/coral', place: 'coral', Icon: Shell },
      { href: '/settings/scorers', place: 'scorers', Icon: CloudCog },
      { href: '/settings/import', place: 'import', Icon: FileUp },
    ],
  },
  {
    name: 'team',
    sections: [
      { href: '/settings/people', place: 'people', Icon: Users },
      { href: '/settings/alerts', place: 'alerts', Icon: Bell },
      { href: '/settings/audit', place: 'audit', Icon: ScrollText },
      { href: '/settings/health', place: 'health', Icon: HeartPulse },
    ],
  },
] as const

/** One of the pages of the settings. */
export type Place = (typeof GROUPS)[number]['sections'][number]['place']

/** The sections of Settings: beside the page, or above it where there is no room. */
export function SettingsNav() {
  const t = useWords('settings')
  const path = usePathname()
  const strip = useCurrentInSight<HTMLElement>(path)

  return (
    <nav ref={strip} aria-label={t('title')} className="max-md:scroll-strip flex gap-0.5 max-md:-mx-3 max-md:px-3 max-md:pb-2 md:flex-col">
      {GROUPS.map(({ name, sections }) => (
        <div key={name} role="group" aria-labelledby={`settings-${name}`} className="flex gap-0.5 max-md:contents md:flex-col">
          <p
            id={`settings-${name}`}
            className={joinClasses('mb-1 px-2.5 text-xs font-[560] text-ink-3 max-md:hidden', name !== 'policy' && 'mt-4')}
          >
            {t(`nav.group.${name}`)}
          </p>
          {sections.map((section) => (
            <SectionLink key={section.href} {...section} />
          ))}
        </div>
      ))}
    </nav>
  )
}

function SectionLink({ href, place, Icon }: (typeof GROUPS)[number]['sections'][number]) {
  const t = useWords('settings')
  const path = usePathname()
  const isHere = path === href || (href !== '/settings' && path.startsWith(`${href}/`))
  return (
    <Link
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
}
