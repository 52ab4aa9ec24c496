import { LifeBuoy, SlidersHorizontal } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { AlertResource, HelpCall, StoppedRule } from '@/lib/contracts/alert'
import { DropdownHeading, DropdownItem, DropdownLine } from '../../ui/dropdown-menu'
import { useFormats, useWords } from '../../words/words-context'

/** What the bell tells of. */
export interface Told {
  alerts: AlertResource[]
  calls: HelpCall[]
  stops: StoppedRule[]
}

const MOST_OPEN = 8
const MOST_PAST = 4

/** What stands in the menu of the bell; each leads to what it is about. */
export function AlertList({ alerts, calls, stops, canSet }: Told & { canSet: boolean }) {
  const t = useWords('alerts')
  const router = useRouter()
  const open = alerts.filter(({ clearedAt }) => clearedAt === null)
  const past = alerts.filter(({ clearedAt }) => clearedAt !== null)
  const goTo = ({ article }: AlertResource) => router.push(`/articles/${article.id}`)
  return (
    <>
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
      {calls.length + stops.length + open.length === 0 && (
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
    </>
  )
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
