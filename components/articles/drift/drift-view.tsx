import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words-context'

interface DriftViewProps {
  /** Whether only a part of the time is drawn: then there is an earlier and a later one. */
  isPart: boolean
  /** Whether anything is left out, be it times or threads. */
  isNarrowed: boolean
  isLoading: boolean
  onZoom: (factor: 0.5 | 2) => void
  onPan: (direction: -1 | 1) => void
  onWhole: () => void
}

/** What of the map is in sight: nearer and farther, earlier and later. Time runs from left to right in every language. */
export function DriftView({ isPart, isNarrowed, isLoading, onZoom, onPan, onWhole }: DriftViewProps) {
  const t = useWords('discussion')
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isNarrowed && (
        <Button size="sm" look="quiet" onClick={onWhole}>
          <Maximize2 aria-hidden /> {t('drift.all')}
        </Button>
      )}
      <p role="status" className={isLoading ? 'text-sm text-ink-3' : 'sr-only'}>
        {isLoading ? t('drift.loading') : ''}
      </p>
      <div
        dir="ltr"
        role="group"
        aria-label={t('drift.view')}
        className="ms-auto flex divide-x divide-line rounded-md border border-line-strong bg-panel max-sm:order-first max-sm:ms-0"
      >
        <ViewButton word={t('drift.earlier')} isOff={!isPart} onPress={() => onPan(-1)}>
          <ChevronLeft aria-hidden />
        </ViewButton>
        <ViewButton word={t('drift.zoomOut')} isOff={!isNarrowed} onPress={() => onZoom(2)}>
          <ZoomOut aria-hidden />
        </ViewButton>
        <ViewButton word={t('drift.zoomIn')} onPress={() => onZoom(0.5)}>
          <ZoomIn aria-hidden />
        </ViewButton>
        <ViewButton word={t('drift.later')} isOff={!isPart} onPress={() => onPan(1)}>
          <ChevronRight aria-hidden />
        </ViewButton>
      </div>
    </div>
  )
}

interface ViewButtonProps {
  word: string
  isOff?: boolean
  onPress: () => void
  children: ReactNode
}

function ViewButton({ word, isOff = false, onPress, children }: ViewButtonProps) {
  return (
    <Button
      size="sm"
      look="quiet"
      className="min-w-9 rounded-none first:rounded-s-md last:rounded-e-md"
      aria-label={word}
      title={word}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
    >
      {children}
    </Button>
  )
}
