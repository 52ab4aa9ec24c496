import { ChevronDown } from 'lucide-react'
import { DropdownItem, DropdownMenu } from '../../ui/dropdown-menu'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'

interface PlaceMenuProps {
  places: readonly { href: string; name: string; note: string | undefined }[]
  /** Where one is, if it is one of them. */
  here: string | undefined
  onGo: (href: string) => void
}

/** The places of the desk on a phone, which has no room for them beside each other: the one that is open, and a menu of all. */
export function PlaceMenu({ places, here, onGo }: PlaceMenuProps) {
  const t = useWords('desk')
  const name = places.find(({ href }) => href === here)?.name
  return (
    <DropdownMenu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={name === undefined ? t('palette.group.places') : t('header.goFrom', { place: name })}
          className="flex h-11 max-w-full min-w-0 items-center gap-1 rounded-md px-2 font-[580] hover:bg-sunk data-[state=open]:bg-sunk"
        >
          <span className="truncate">{name ?? t('palette.group.places')}</span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
          {places.some(({ href, note }) => note !== undefined && href !== here) && (
            <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />
          )}
        </button>
      }
    >
      {places.map((place) => (
        <DropdownItem
          key={place.href}
          onSelect={() => onGo(place.href)}
          className={joinClasses('justify-between gap-6', place.href === here && 'font-[580] text-ink')}
        >
          {place.name}
          {place.note !== undefined && <b className="text-accent">{place.note}</b>}
        </DropdownItem>
      ))}
    </DropdownMenu>
  )
}
