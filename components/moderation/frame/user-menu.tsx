'use client'

import { DropdownHeading, DropdownItem, DropdownLine, DropdownMenu } from '../../ui/dropdown-menu'
import { switchTheme, useTheme } from '../../ui/theme-switch'
import { useWords } from '../../words/words-context'
import { initialsOf } from '../live/initials'
import type { OpenInFrame } from './frame-dialog'
import { useKeptTheme } from './use-kept-theme'
import type { Viewer } from '../viewer'

async function signOutHere(): Promise<void> {
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl: '/sign-in' })
}

interface UserMenuProps {
  viewer: Viewer
  onOpen: (opened: OpenInFrame) => void
}

/** Who is signed in, and the way out. On a phone it also holds what the header has no room for. */
export function UserMenu({ viewer, onOpen }: UserMenuProps) {
  const t = useWords('desk')
  const role = useWords('glossary')(`role.${viewer.role}`)
  const theme = useTheme()
  const keepTheme = useKeptTheme()
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          aria-label={t('account.menu', { name: viewer.name, role })}
          className="ms-1 flex h-9 items-center justify-center gap-2 rounded-md px-1 pointer-coarse:h-11 pointer-coarse:min-w-11 hover:bg-sunk data-[state=open]:bg-sunk"
        >
          <span aria-hidden className="grid size-7 place-items-center rounded-full bg-accent-soft text-2xs font-semibold text-accent">
            {initialsOf(viewer.name)}
          </span>
          <span className="max-w-24 truncate pe-1 text-ink-2 max-lg:hidden xl:max-w-36">{viewer.name}</span>
        </button>
      }
    >
      <DropdownHeading>
        <span className="block max-w-64 font-semibold [overflow-wrap:anywhere] text-ink">{viewer.name}</span>
        {role}
      </DropdownHeading>
      <DropdownLine />
      <DropdownItem onSelect={() => onOpen('palette')}>{t('header.commands')}</DropdownItem>
      <DropdownItem onSelect={() => keepTheme(switchTheme())}>{theme === 'dark' ? t('account.light') : t('account.dark')}</DropdownItem>
      <DropdownItem onSelect={() => onOpen('preferences')}>{t('account.preferences')}</DropdownItem>
      <DropdownItem onSelect={() => onOpen('help')}>{t('header.help')}</DropdownItem>
      <DropdownLine />
      <DropdownItem onSelect={() => void signOutHere()}>{t('account.signOut')}</DropdownItem>
    </DropdownMenu>
  )
}
