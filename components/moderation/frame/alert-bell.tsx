'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bell } from 'lucide-react'
import { useEffect } from 'react'
import { DropdownMenu } from '../../ui/dropdown-menu'
import { joinClasses } from '../../ui/class-names'
import { later, usePreloadInUse } from '../../ui/later'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { listenToDesk } from '../live/desk-line'
import type { Told } from './alert-list'

const NOTHING: Told = { alerts: [], calls: [], stops: [] }

const AlertList = later(() => import('./alert-list').then((module) => module.AlertList))

const OPENED_BY_PRESS = [AlertList]

/** Discussions that are over a line, by the newsroom's own lines, or to which moderators were called: how many, and a menu that leads to each. */
export function AlertBell({ canSet }: { canSet: boolean }) {
  const t = useWords('alerts')
  const { data } = useQuery({
    queryKey: ['alerts'],
    queryFn: () => sendDesk<Told>('GET', 'alerts'),
    staleTime: Infinity,
  })
  useAlertEvents()
  usePreloadInUse(OPENED_BY_PRESS)
  const { alerts, calls, stops } = data ?? NOTHING
  const open = alerts.filter(({ clearedAt }) => clearedAt === null)
  const count = open.length + calls.length + stops.length
  const told = [
    ...(open.length > 0 ? [t('bell', { count: open.length })] : []),
    ...(calls.length > 0 ? [t('bell.calls', { count: calls.length })] : []),
    ...(stops.length > 0 ? [t('bell.stops', { count: stops.length })] : []),
  ]
  const name = count === 0 ? t('bell.none') : told.join(' · ')
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
        <AlertList {...{ alerts, calls, stops, canSet }} />
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
