'use client'

import { CircleHelp, Command as CommandIcon } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'
import type { LookCount } from '@/lib/contracts/second-look'
import { resolveKeys } from '@/lib/domain/preferences'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import { ThemeSwitch } from '../../ui/theme-switch'
import { laterDialog, usePreload } from '../../ui/later'
import { useCurrentInSight } from '../../ui/use-current-in-sight'
import { AlertBell } from './alert-bell'
import type { PaletteCommand } from '../command/command-palette'
import { useCommandRegistry } from '../command/command-registry'
import { showKey } from '../command/key-words'
import { usePreferences } from './preferences-context'
import { focusSearch } from '../queue/search-box'
import type { OpenInFrame } from './frame-dialog'
import { listenToDesk } from '../live/desk-line'
import { HeaderSearch } from './header-search'
import { PlaceLink } from './place-link'
import { PlaceMenu } from './place-menu'
import { SecondLookLink } from './second-look-link'
import { useKeptTheme } from './use-kept-theme'
import { useKeys } from '../command/use-keys'
import { UserMenu } from './user-menu'
import type { Viewer } from '../viewer'

const FrameDialog = laterDialog(() => import('./frame-dialog').then((module) => module.FrameDialog))

const OPENED_BY_KEY = [FrameDialog]

const PLACES = [
  { href: '/queue', name: 'queue', keys: 'g q' },
  { href: '/articles', name: 'articles', keys: 'g a' },
  { href: '/overview', name: 'overview', keys: 'g o' },
  { href: '/appeals', name: 'appeals', keys: 'g p' },
  { href: '/decisions', name: 'decisions', keys: 'g d' },
  { href: '/settings', name: 'settings', keys: 'g s' },
] as const
const LOOKS = { href: '/second-looks', name: 'second-looks', keys: 'g l' } as const
/** On a phone, whose header has no room for the box. */
const SEARCH = { href: '/search', name: 'search' } as const

type Place = (typeof PLACES)[number]
type Way = Place | typeof LOOKS

interface HeaderProps {
  viewer: Viewer
  openAppeals: number
  looks: LookCount | null
  lookIcon: ReactNode
}

export function DeskHeader({ viewer, openAppeals, looks, lookIcon }: HeaderProps) {
  const t = useWords('desk')
  const path = usePathname()
  const router = useRouter()
  const [open, setOpen] = useState<OpenInFrame | null>(null)
  const { appeals, waiting } = useWaiting(openAppeals, looks)
  const { preferences, setPreferences } = usePreferences()
  const keepTheme = useKeptTheme()
  const places = PLACES.filter((place) => place.href !== '/settings' || viewer.role === 'admin')
  // It has no place in the header's row; its icon there comes when it has something to say.
  const ways = looks === null ? places : [...places, LOOKS]

  const isHere = (href: string) => path === href || path.startsWith(`${href}/`)
  // What is set up once comes after where one works.
  const listed = [...ways, SEARCH].sort((one, other) => Number(one.name === 'settings') - Number(other.name === 'settings'))
  const noteOf = (name: string) => (name === 'appeals' && appeals > 0 ? String(appeals) : undefined)

  usePreload(OPENED_BY_KEY)
  useFrameKeys(path, ways, setOpen)
  const listCommands = useFrameCommands(ways, setOpen)

  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-1 border-b border-line bg-panel px-3 sm:gap-3 sm:px-4 print:hidden">
      <PlaceLink
        href="/queue"
        className="flex h-11 shrink-0 items-center rounded-md pe-1 text-md font-[680] tracking-[-0.02em] text-ink no-underline sm:me-2"
        aria-label={t('header.home')}
      >
        <bdi dir="ltr">
          Parley<span className="text-accent">.</span>
        </bdi>
      </PlaceLink>
      <nav aria-label={t('header.nav')} className="min-w-0 sm:hidden">
        <PlaceMenu
          places={listed.map(({ href, name }) => ({ href, name: t(`place.${name}`), note: noteOf(name) }))}
          here={listed.find(({ href }) => isHere(href))?.href}
          onGo={(href) => router.push(href)}
        />
      </nav>
      <PlaceRow {...{ path, places, isHere, noteOf }} />
      <HeaderSearch keyName={showKey(resolveKeys(preferences).search)} />
      <div className="flex shrink-0 items-center gap-0.5 max-md:ms-auto">
        <HeaderButton label={t('header.commands')} title={t('header.commandsKey')} onPress={() => setOpen('palette')}>
          <CommandIcon aria-hidden />
        </HeaderButton>
        {(waiting > 0 || looks?.isOn === true) && <SecondLookLink waiting={waiting} icon={lookIcon} />}
        <AlertBell canSet={viewer.role === 'admin'} />
        <ThemeSwitch onSwitch={keepTheme} className="max-sm:hidden" />
        <HeaderButton label={t('header.help')} title={t('header.helpKey')} keys="?" onPress={() => setOpen('help')}>
          <CircleHelp aria-hidden />
        </HeaderButton>
        <UserMenu viewer={viewer} onOpen={setOpen} />
      </div>
      {open !== null && (
        <FrameDialog {...{ open, viewer, preferences, listCommands }} onPreferences={setPreferences} onClose={() => setOpen(null)} />
      )}
    </header>
  )
}

/** How many appeals are open and how many second looks wait: as the page was drawn, and then as the server tells. */
function useWaiting(openAppeals: number, looks: LookCount | null): { appeals: number; waiting: number } {
  const [appeals, setAppeals] = useState(openAppeals)
  const [waiting, setWaiting] = useState(looks?.waiting ?? 0)
  useEffect(
    () =>
      listenToDesk(null, {
        onEvent: (event) => {
          if (event.kind === 'appeals') setAppeals(event.open)
          if (event.kind === 'looks') setWaiting(event.waiting)
        },
        onState: () => undefined,
      }),
    [],
  )
  return { appeals, waiting }
}

/** The keys that every page of the desk has. */
function useFrameKeys(path: string, ways: readonly Way[], onOpen: (opened: OpenInFrame) => void): void {
  const router = useRouter()
  const { preferences } = usePreferences()
  useKeys({
    // The first key of the sequences below: whoever types it is about to leave.
    g: () => ways.forEach(({ href }) => href !== path && router.prefetch(href)),
    // Where one is already, one keeps one's place.
    ...Object.fromEntries(ways.filter(({ href }) => href !== path).map((place) => [place.keys, () => router.push(place.href)])),
    // The queue has a way of its own, which opens its filters where there is no search in sight.
    ...(path === '/queue' ? {} : { [resolveKeys(preferences).search]: () => void focusSearch() }),
    '?': () => onOpen('help'),
    'Shift+?': () => onOpen('help'),
    '$mod+k': () => onOpen('palette'),
  })
}

/** Lists what the palette offers at this moment: what the page can do, where one can go, what the header opens. */
function useFrameCommands(ways: readonly Way[], onOpen: (opened: OpenInFrame) => void): () => PaletteCommand[] {
  const t = useWords('desk')
  const router = useRouter()
  const registry = useCommandRegistry()
  return () => [
    ...registry.read(),
    ...ways.map((place): PaletteCommand => ({
      group: 'places',
      name: t(`place.${place.name}`),
      keys: place.keys,
      run: () => router.push(place.href),
    })),
    { group: 'places', name: t('place.search'), run: () => router.push('/search') },
    { group: 'desk', name: t('account.preferences'), run: () => onOpen('preferences') },
    { group: 'desk', name: t('header.help'), keys: '?', run: () => onOpen('help') },
  ]
}

interface PlaceRowProps {
  path: string
  places: readonly Place[]
  isHere: (href: string) => boolean
  noteOf: (name: string) => string | undefined
}

/** The places side by side, where there is room for them. */
function PlaceRow({ path, places, isHere, noteOf }: PlaceRowProps) {
  const t = useWords('desk')
  const nav = useCurrentInSight<HTMLElement>(path)
  return (
    <nav ref={nav} aria-label={t('header.nav')} className="flex min-w-0 items-center max-lg:scroll-strip max-lg:px-3 max-sm:hidden">
      {places.map((place) => {
        const note = noteOf(place.name)
        return (
          <PlaceLink
            key={place.href}
            href={place.href}
            aria-current={isHere(place.href) ? 'page' : undefined}
            className={joinClasses(
              // There it is reached from the list of articles and the palette.
              place.name === 'overview' && 'max-md:hidden',
              'relative flex h-12 shrink-0 items-center px-3 font-[540] no-underline -outline-offset-2!',
              isHere(place.href)
                ? 'text-ink after:absolute after:inset-x-3 after:bottom-0 after:h-0.5 after:rounded-full after:bg-accent'
                : 'text-ink-2 hover:text-ink',
            )}
          >
            {t(`place.${place.name}`)}
            {note !== undefined && <b className="ms-1.5 text-accent">{note}</b>}
          </PlaceLink>
        )
      })}
    </nav>
  )
}

interface HeaderButtonProps {
  label: string
  title: string
  keys?: string
  onPress: () => void
  children: ReactNode
}

/** Not on a phone, where what it opens is in the menu of the person. */
function HeaderButton({ label, title, keys, onPress, children }: HeaderButtonProps) {
  return (
    <Button look="quiet" size="icon" aria-label={label} title={title} aria-keyshortcuts={keys} className="max-sm:hidden" onClick={onPress}>
      {children}
    </Button>
  )
}
