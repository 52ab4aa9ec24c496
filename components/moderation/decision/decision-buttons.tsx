import { Ellipsis } from 'lucide-react'
import { createContext, memo, use, useMemo, type ReactNode } from 'react'
import type { FeatureAct } from '@/lib/domain/article-acts'
import type { DecisionOption } from '@/lib/domain/decisions'
import { resolveKeys } from '@/lib/domain/preferences'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { DropdownItem, DropdownMenu } from '../../ui/dropdown-menu'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'
import type { Choosing } from './choices'
import type { DeskAct } from './desk-act'
import { showKey } from '../command/key-words'
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
      <MenuEntry
        keys={showKey(keys.offTopicReject)}
        isOn={can('mark_off_topic')}
        onSelect={() => onDecide({ kind: 'mark', mark: 'off_topic', alsoReject: true })}
      >
        {t('offTopicReject')}
      </MenuEntry>
      <MenuEntry
        keys={showKey(keys.uncivilReject)}
        isOn={can('mark_uncivil')}
        onSelect={() => onChoosing({ of: 'uncivil', alsoReject: true })}
      >
        {t('uncivilReject')}
      </MenuEntry>
      <MenuEntry isOn={can('clear_uncivil')} onSelect={() => onDecide({ kind: 'clear_mark', mark: 'uncivil' })}>
        {t('notUncivil')}
      </MenuEntry>
      <FeatureEntry keys={showKey(keys.feature)} isMany={isMany} onDecide={onDecide} />
      <MenuEntry keys={keys.escalate} isOn={hasCurrent || isMany} onSelect={onEscalate}>
        {t('escalateMore')}
      </MenuEntry>
      {onDecideAll !== null && (
        <MenuEntry isOn onSelect={onDecideAll}>
          {t('decideAll')}
        </MenuEntry>
      )}
      <MenuEntry keys={showKey(keys.undo)} isOn onSelect={onUndo}>
        {t('undoLast')}
      </MenuEntry>
    </DropdownMenu>
  )
}

interface BarButtonProps {
  look?: 'solid' | 'plain'
  keys: string
  isOn: boolean
  /** Whether the list of choices it leads to is open; undefined when it leads to none. */
  isOpen?: boolean
  onPress: () => void
  className?: string
  children: ReactNode
}

/** Stays in place when it cannot be used, so that the others do not move under the hand. */
export function BarButton({ look = 'plain', keys, isOn, isOpen, onPress, className, children }: BarButtonProps) {
  return (
    <Button
      look={look}
      aria-keyshortcuts={keys}
      aria-disabled={!isOn}
      aria-expanded={isOpen}
      onClick={isOn ? onPress : undefined}
      className={joinClasses(
        // The bar is as wide as the list: first it gives up room, then the keys, then a button that is in the menu too.
        '@max-3xl:px-1.5 @max-2xl:px-1 max-sm:min-w-0 max-sm:flex-1 max-sm:px-1 max-sm:text-sm max-sm:leading-[1.15] max-sm:whitespace-normal aria-expanded:bg-sunk',
        className,
      )}
    >
      {children}
      <Kbd isHidden isInverse={look === 'solid'} className="max-sm:hidden pointer-coarse:hidden @max-xl:hidden">
        {showKey(keys)}
      </Kbd>
    </Button>
  )
}

function MenuEntry({ keys, isOn, onSelect, children }: { keys?: string; isOn: boolean; onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownItem disabled={!isOn} onSelect={onSelect} className="justify-between gap-6 data-[disabled]:opacity-50">
      {children}
      {keys !== undefined && (
        <Kbd isHidden className="whitespace-nowrap pointer-coarse:hidden">
          {keys}
        </Kbd>
      )}
    </DropdownItem>
  )
}

function FeatureEntry({ keys, isMany, onDecide }: { keys: string } & Pick<DecisionButtonsProps, 'isMany' | 'onDecide'>) {
  const t = useWords('deciding')
  const option = use(FeatureOption)
  return (
    <MenuEntry keys={keys} isOn={option !== null && !isMany} onSelect={() => option !== null && onDecide({ kind: option })}>
      {t(option ?? 'feature')}
    </MenuEntry>
  )
}
