import { Ellipsis } from 'lucide-react'
import { createContext, memo, use, useMemo } from 'react'
import type { FeatureAct } from '@/lib/domain/article-acts'
import type { DecisionOption } from '@/lib/domain/decisions'
import { resolveKeys } from '@/lib/domain/preferences'
import { Button } from '../../ui/button'
import { DropdownMenu } from '../../ui/dropdown-menu'
import { useWords } from '../../words/words-context'
import { BarButton, BarEntry } from './bar-button'
import type { Choosing } from './choices'
import type { DeskAct } from './desk-act'
import { usePreferences } from '../frame/preferences-context'

interface DecisionButtonsProps {
  choosing: Choosing | null
  onChoosing: (choosing: Choosing | null) => void
  onDecide: (act: DeskAct) => void
  onUndo: () => void
  onEscalate: () => void
  onDecideAll: (() => void) | null
  /** What the comment allows, in one string: the next comment mostly allows the same, in another list. */
  allowed: string
  hasCurrent: boolean
  /** Why nothing is left to decide, if so: it was deleted at its source, or its text was erased. */
  over: 'gone' | 'erased' | null
  isMany: boolean
}

/**
 * Whether the comment may be let stand out, or that may be ended: it goes by the comment, and only an open menu shows it, so that
 * the buttons need not be drawn when it changes.
 */
export const FeatureOption = createContext<FeatureAct['kind'] | null>(null)

/** The buttons of the decision bar. Give them handlers that stay the same. */
export const DecisionButtons = memo(DrawnButtons)

function DrawnButtons(props: DecisionButtonsProps) {
  const { allowed, hasCurrent, over, isMany, choosing, onChoosing, onDecide, onEscalate } = props
  const t = useWords('deciding')
  const { preferences } = usePreferences()
  const keys = useMemo(() => resolveKeys(preferences), [preferences])
  const options: readonly string[] = allowed.split(' ')
  const can = (option: DecisionOption): boolean => (isMany ? !option.startsWith('clear') : options.includes(option))
  if (over !== null) return <p className="text-ink-2">{t(over)}</p>
  const isOffTopic = can('clear_off_topic')
  return (
    <div
      role="group"
      aria-label={t('decide')}
      className="flex min-w-0 items-center gap-2 max-sm:flex-1 max-sm:gap-1 sm:shrink-0 @max-3xl:gap-1"
    >
      <BarButton look="solid" keys={keys.approve} isOn={can('approve')} onPress={() => onDecide({ kind: 'approve' })}>
        {t('approve')}
      </BarButton>
      <BarButton
        keys={keys.reject}
        isOn={can('reject')}
        isOpen={choosing?.of === 'reason'}
        onPress={() => onChoosing(choosing?.of === 'reason' ? null : { of: 'reason' })}
      >
        {t('reject')}
      </BarButton>
      <BarButton
        keys={keys.offTopic}
        isOn={isOffTopic || can('mark_off_topic')}
        onPress={() => onDecide(isOffTopic ? { kind: 'clear_mark', mark: 'off_topic' } : { kind: 'mark', mark: 'off_topic' })}
      >
        {isOffTopic ? t('onTopic') : t('offTopic')}
      </BarButton>
      <BarButton
        keys={keys.uncivil}
        isOn={can('mark_uncivil')}
        isOpen={choosing?.of === 'uncivil'}
        onPress={() => onChoosing(choosing?.of === 'uncivil' ? null : { of: 'uncivil', alsoReject: false })}
      >
        {t('uncivil')}
      </BarButton>
      <BarButton keys={keys.escalate} isOn={hasCurrent || isMany} onPress={onEscalate} className="max-md:hidden @max-lg:hidden">
        {t('escalate')}
      </BarButton>
      <MoreMenu {...props} keys={keys} can={can} />
    </div>
  )
}

interface MoreMenuProps extends DecisionButtonsProps {
  keys: ReturnType<typeof resolveKeys>
  can: (option: DecisionOption) => boolean
}

/** What has no button of its own, or none on a narrow screen. */
function MoreMenu({ keys, can, hasCurrent, isMany, onChoosing, onDecide, onUndo, onEscalate, onDecideAll }: MoreMenuProps) {
  const t = useWords('deciding')
  return (
    <DropdownMenu
      align="start"
      trigger={
        <Button look="plain" size="icon" aria-label={t('more')}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <BarEntry
        keys={keys.offTopicReject}
        isOn={can('mark_off_topic')}
        onSelect={() => onDecide({ kind: 'mark', mark: 'off_topic', alsoReject: true })}
      >
        {t('offTopicReject')}
      </BarEntry>
      <BarEntry keys={keys.uncivilReject} isOn={can('mark_uncivil')} onSelect={() => onChoosing({ of: 'uncivil', alsoReject: true })}>
        {t('uncivilReject')}
      </BarEntry>
      <BarEntry isOn={can('clear_uncivil')} onSelect={() => onDecide({ kind: 'clear_mark', mark: 'uncivil' })}>
        {t('notUncivil')}
      </BarEntry>
      <FeatureEntry keys={keys.feature} isMany={isMany} onDecide={onDecide} />
      <BarEntry keys={keys.escalate} isOn={hasCurrent || isMany} onSelect={onEscalate}>
        {t('escalateMore')}
      </BarEntry>
      {onDecideAll !== null && (
        <BarEntry isOn onSelect={onDecideAll}>
          {t('decideAll')}
        </BarEntry>
      )}
      <BarEntry keys={keys.undo} isOn onSelect={onUndo}>
        {t('undoLast')}
      </BarEntry>
    </DropdownMenu>
  )
}

function FeatureEntry({ keys, isMany, onDecide }: { keys: string } & Pick<DecisionButtonsProps, 'isMany' | 'onDecide'>) {
  const t = useWords('deciding')
  const option = use(FeatureOption)
  return (
    <BarEntry keys={keys} isOn={option !== null && !isMany} onSelect={() => option !== null && onDecide({ kind: option })}>
      {t(option ?? 'feature')}
    </BarEntry>
  )
}
