'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { NextLook } from '@/lib/contracts/second-look'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { useWords } from '../words/words-context'
import { LookBar } from './look-bar'
import { LookArticle, LookText } from './look-text'
import { useLooks } from './use-looks'

/** One comment after another that colleagues have decided on: what would one have decided? Worked by the keys of the desk. */
export function LookDesk({ start, isLead }: { start: NextLook; isLead: boolean }) {
  const t = useWords('second-look')
  const { shown, isMoving, answer, skip, undo } = useLooks(start)
  const { look, waiting, isOn, trouble } = shown
  const desk = useRef<HTMLDivElement>(null)
  // The server draws it all before the keys work.
  useEffect(() => desk.current?.setAttribute('data-ready', ''), [])
  return (
    <div ref={desk} className="flex min-h-[calc(100dvh-3rem)] flex-col">
      <PageFrame holds="page" className="grow">
        <PageHeader title={t('title')} description={t('about')}>
          {isLead && (
            <Button asChild>
              <Link href="/second-looks/agreement" prefetch={false}>
                {t('toAgreement')}
              </Link>
            </Button>
          )}
        </PageHeader>
        {trouble !== null && <Trouble why={trouble} onRetry={skip} />}
        {look !== null && (
          <div
            role="region"
            aria-label={t('region')}
            aria-busy={isMoving}
            className="grid gap-x-10 gap-y-6 transition-opacity delay-150 aria-busy:opacity-50 lg:grid-cols-[minmax(0,46rem)_minmax(0,1fr)]"
          >
            <div className="min-w-0">
              <p role="status" data-figures className="mb-3 text-sm text-ink-3">
                {t('waiting', { count: waiting })}
              </p>
              <LookText key={look.id} look={look} />
              <p className="mt-5 text-sm text-ink-3">{t('asItStood')}</p>
            </div>
            <LookArticle look={look} />
          </div>
        )}
        {look === null && trouble === null && <Nothing isOn={isOn} isLead={isLead} />}
      </PageFrame>
      <LookBar lookId={look?.id ?? null} onAnswer={answer} onSkip={skip} onUndo={undo} />
    </div>
  )
}

function Trouble({ why, onRetry }: { why: string; onRetry: () => void }) {
  const t = useWords('second-look')
  const shell = useWords('shell')
  return (
    <Callout tone="error" title={t('failed.title')} next={<Button onClick={onRetry}>{shell('retry')}</Button>}>
      {why} {t('failed.kept')}
    </Callout>
  )
}

function Nothing({ isOn, isLead }: { isOn: boolean; isLead: boolean }) {
  const t = useWords('second-look')
  if (isOn)
    return (
      <EmptyState kind="all-done" title={t('done.title')}>
        {t('done.why')}
      </EmptyState>
    )
  const toSetting = (
    <Button asChild>
      <Link href="/settings/second-looks">{t('off.next')}</Link>
    </Button>
  )
  return (
    <EmptyState kind="nothing-yet" title={t('off.title')} next={isLead && toSetting}>
      {t('off.why')}
    </EmptyState>
  )
}
