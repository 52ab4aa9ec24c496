'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bell, LifeBuoy, SlidersHorizontal } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { AlertResource, HelpCall, StoppedRule } from '@/lib/contracts/alert'
import { DropdownHeading, DropdownItem, DropdownLine, DropdownMenu } from '../../ui/dropdown-menu'
import { joinClasses } from '../../ui/class-names'
import { useFormats, useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { listenToDesk } from '../live/desk-line'

interface Told {
  alerts: AlertResource[]
  calls: HelpCall[]
  stops: StoppedRule[]
}

const NOTHING: Told = { alerts: [], calls: [], stops: [] }
const MOST_OPEN = 8
const MOST_PAST = 4

/** Discussions that are over a line, by the newsroom's own lines, or to which moderators were called: how many, and a menu that leads to each. */
export function AlertBell({ canSet }: { canSet: boolean }) {
  const t = useWords('alerts')
  const router = useRouter()
  const { data } = useQuery({
    queryKey: ['alerts'],
    queryFn: () => sendDesk<Told>('GET', 'alerts'),
    staleTime: Infinity,
  })
  useAlertEvents()
  const { alerts, calls, stops } = data ?? NOTHING
  const open = alerts.filter(({ clearedAt }) => clearedAt === null)
  const past = alerts.filter(({ clearedAt }) => clearedAt !== null)
  const count = open.length + calls.length + stops.length
  const told = [
    ...(open.length > 0 ? [t('bell', { count: open.length })] : []),
    ...(calls.length > 0 ? [t('bell.calls', { count: calls.length })] : []),
    ...(stops.length > 0 ? [t('bell.stops', { count: stops.length })] : []),
  ]
  const name = count === 0 ? t('bell.none') : told.join(' · ')
  const goTo = ({ article }: AlertResource) => router.push(`/articles/${article.id}`)
  return (
    // On a phone there is room for it only when it has something to say.
    <span className={joinClasses('inline-flex', count === 0 && 'max-sm:hidden')}>
      <span role="status" className="sr-only">
        {count === 0 ? '' : name}
      </span>
      <DropdownMenu
        trigger={
          <button
            type="button"
            aria-label={name}
            title={name}
            className="relative grid size-8 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink data-[state=open]:bg-sunk pointer-coarse:size-11"
          >
            <Bell aria-hidden className="size-4" />
            {count > 0 && (
              <span
                aria-hidden
                className="absolute end-0 top-0 grid h-4 min-w-4 place-items-center rounded-full bg-rose px-1 text-2xs font-[640] text-bg"
              >
                {count > 99 ? '99+' : count}
              </span>
            )}
          </button>
        }
      >
        {calls.length > 0 && <DropdownHeading>{t('list.calls')}</DropdownHeading>}
        {calls.slice(0, MOST_OPEN).map((call) => (
          <CallItem key={call.article.id} call={call} onOpen={() => router.push(`/queue?queue=newest&article=${call.article.id}`)} />
        ))}
        {calls.length > 0 && stops.length > 0 && <DropdownLine />}
        {stops.length > 0 && <DropdownHeading>{t('list.stops')}</DropdownHeading>}
        {stops.slice(0, MOST_OPEN).map((stop) => (
          <StopItem key={stop.id} stop={stop} onOpen={canSet ? () => router.push(`/settings/rules/${stop.id}`) : null} />
        ))}
        {calls.length + stops.length > 0 && open.length > 0 && <DropdownLine />}
        {open.length > 0 && <DropdownHeading>{t('list.open')}</DropdownHeading>}
        {count === 0 && (
          // An item and no heading: a menu holds one at least.
          <DropdownItem disabled onSelect={() => undefined}>
            {t('list.none')}
          </DropdownItem>
        )}
        {open.slice(0, MOST_OPEN).map((alert) => (
          <AlertItem key={alert.id} alert={alert} onOpen={() => goTo(alert)} />
        ))}
        {past.length > 0 && (
          <>
            <DropdownLine />
            <DropdownHeading>{t('list.past')}</DropdownHeading>
            {past.slice(0, MOST_PAST).map((alert) => (
              <AlertItem key={alert.id} alert={alert} onOpen={() => goTo(alert)} />
            ))}
          </>
        )}
        {canSet && (
          <>
            <DropdownLine />
            <DropdownItem onSelect={() => router.push('/settings/alerts')}>
              <SlidersHorizontal aria-hidden />
              {t('list.set')}
            </DropdownItem>
          </>
        )}
      </DropdownMenu>
    </span>
  )
}

/** Has the alerts read again when the server tells of one, and when the line is open again after a break. */
function useAlertEvents(): void {
  const client = useQueryClient()
  useEffect(() => {
    let isFirst = true
    const read = () => void client.invalidateQueries({ queryKey: ['alerts'] })
    return listenToDesk(null, {
      onEvent: (event) => {
        if (event.kind === 'alerts') read()
      },
      onState: (state) => {
        if (state !== 'open') return
        if (!isFirst) read()
        isFirst = false
      },
    })
  }, [client])
}

function CallItem({ call: { article, by, note, at }, onOpen }: { call: HelpCall; onOpen: () => void }) {
  const t = useWords('alerts')
  const formats = useFormats()
  return (
    <DropdownItem onSelect={onOpen} className="max-w-88 items-start py-1.5">
      <LifeBuoy aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">
        <bdi className="line-clamp-1 font-[560] text-ink">{article.title}</bdi>
        <span dir="auto" className="user-text line-clamp-3 text-start text-sm text-ink-2">
          {note}
        </span>
        <span className="block text-xs text-ink-3" suppressHydrationWarning>
          {t.parts('call.by', { name: <bdi key="name">{by}</bdi>, at: formats.date(at, WHEN) })}
        </span>
      </span>
    </DropdownItem>
  )
}

/** A rule that was stopped; who may change rules is led to it. */
function StopItem({ stop: { name, wrong, of, limit, at }, onOpen }: { stop: StoppedRule; onOpen: (() => void) | null }) {
  const t = useWords('alerts')
  const formats = useFormats()
  return (
    <DropdownItem disabled={onOpen === null} onSelect={() => onOpen?.()} className="max-w-88 items-start py-1.5">
      <span className="min-w-0">
        <bdi className="line-clamp-1 font-[560] text-ink">{name}</bdi>
        <span className="block text-sm text-ink-2">
          {t('is.stopped', { wrong: formats.number(wrong), of: formats.number(of), limit: formats.percent(limit) })}
        </span>
        <time dateTime={at} className="block text-xs text-ink-3" suppressHydrationWarning>
          {formats.date(at, WHEN)}
        </time>
      </span>
    </DropdownItem>
  )
}

const WHEN = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

function AlertItem({
  alert: { article, measure, value, line, raisedAt, clearedAt },
  onOpen,
}: {
  alert: AlertResource
  onOpen: () => void
}) {
  const t = useWords('alerts')
  const formats = useFormats()
  const write = (figure: number) => (measure === 'rate' ? formats.number(Math.round(figure)) : formats.percent(figure))
  const at = formats.date(clearedAt ?? raisedAt, WHEN)
  return (
    <DropdownItem onSelect={onOpen} className="max-w-88 items-start py-1.5">
      <span className="min-w-0">
        <bdi className="line-clamp-1 font-[560] text-ink">{article.title}</bdi>
        <span className="block text-sm text-ink-2">{t(`is.${measure}`, { value: write(value), line: write(line) })}</span>
        <time dateTime={clearedAt ?? raisedAt} className="block text-xs text-ink-3" suppressHydrationWarning>
          {at}
        </time>
      </span>
    </DropdownItem>
  )
}
