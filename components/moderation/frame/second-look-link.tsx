import type { LookCount } from '@/lib/contracts/second-look'
import { joinClasses } from '../../ui/class-names'
import type { Words } from '../../words/rooms'

/**
 * How many comments wait for a second look by whoever works here; nothing where the site wants none. Drawn by the server, so that the
 * first load has no code of it.
 */
export function SecondLookLink({ t, count: { isOn, waiting } }: { t: Words<'desk'>; count: LookCount }) {
  if (!isOn && waiting === 0) return null
  const name = waiting === 0 ? t('looks.none') : t('looks.waiting', { count: waiting })
  return (
    <a
      href="/second-looks"
      aria-label={name}
      title={name}
      className={joinClasses(
        'relative grid size-8 place-items-center rounded-md text-ink-2 no-underline hover:bg-sunk hover:text-ink pointer-coarse:size-11',
        // On a phone there is room for it only when it has something to say.
        waiting === 0 && 'max-sm:hidden',
      )}
    >
      {/* An icon of the package would be code for the browser. */}
      <svg aria-hidden viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} strokeLinejoin="round" className="size-4">
        <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
        <circle cx={12} cy={12} r={3} />
      </svg>
      {waiting > 0 && (
        <span
          aria-hidden
          className="absolute end-0 top-0 grid h-4 min-w-4 place-items-center rounded-full border border-line-strong bg-sunk px-1 text-2xs font-[640] text-ink-2"
        >
          {waiting > 99 ? '99+' : waiting}
        </span>
      )}
    </a>
  )
}
