import { Ellipsis, Eye, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DecisionAct, DecisionOption } from '@/lib/domain/decisions'
import { resolveKeys } from '@/lib/domain/preferences'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { joinClasses } from '../ui/class-names'
import { DropdownItem, DropdownMenu } from '../ui/dropdown-menu'
import { Kbd } from '../ui/kbd'
import { useWords } from '../words/words-context'
import { ChoiceList, type Choosing } from './choice-list'
import type { DeskRow } from './desk-row'
import { showKey } from './key-words'
import { describeNotice } from './notice-words'
import { useNow } from './now'
import { usePreferences } from './preferences-context'
import { useNoticeWords } from './use-notice-words'
import type { Viewer } from './viewer'

interface DecisionBarProps {
  viewer: Viewer
  current: DeskRow | null
  /** Where the cursor stands: "3 of 142". */
  place: string
  choosing: Choosing | null
  onChoosing: (choosing: Choosing | null) => void
  onDecide: (act: DecisionAct) => void
  onUndo: () => void
  onEscalate: () => void
  onDismiss: () => void
  /** How many comments are selected: then the decisions are about them. */
  selected: number
  onClearSelection: () => void
  /** Opens the decision on everything the filter matches; null where that makes no sense. */
  onDecideAll: (() => void) | null
}

/** What can be decided on the current comment: drawn from what its row allows, the same list the server goes by. */
export function DecisionBar(props: DecisionBarProps) {
  const { viewer, current, place, choosing, onChoosing, onDecide, onDismiss } = props
  const t = useWords('deciding')
  const noticeWords = useNoticeWords()
  const now = useNow()
  const notice = current?.notice ?? null
  const retry = notice?.kind === 'unsaved' ? notice.act : null
  return (
    <div className="relative shrink-0 border-t border-line bg-panel">
      {notice !== null && (
        <Callout
          tone={notice.kind === 'conflict' ? 'warning' : 'error'}
          className="mx-3 mt-2"
          next={
            retry !== null ? (
              <Button size="sm" onClick={() => onDecide(retry)}>
                <RotateCw aria-hidden /> {t('retry')}
              </Button>
            ) : (
              <Button size="sm" onClick={onDismiss}>
                {t('noted')}
              </Button>
            )
          }
        >
          {describeNotice(noticeWords, notice, now)}
        </Callout>
      )}
      {choosing !== null && (current !== null || props.selected > 0) && (
        <ChoiceList
          choosing={choosing}
          isMarkedUncivil={props.selected === 0 && current?.row.allowed.includes('clear_uncivil') === true}
          onChoose={onDecide}
          onCancel={() => onChoosing(null)}
        />
      )}
      <div className="flex min-h-13 items-center gap-2 px-3 py-2 max-sm:flex-wrap max-sm:gap-1 max-sm:px-2 sm:px-4">
        {viewer.role === 'editor' ? <ReadingNotice /> : <Buttons {...props} />}
        {props.selected > 0 && (
          <span className="ms-auto flex items-center gap-1.5 text-sm whitespace-nowrap max-sm:order-first max-sm:w-full max-sm:justify-between max-sm:px-1">
            <strong data-figures className="font-[620]">
              {t('selected', { count: props.selected })}
            </strong>
            <Button look="quiet" size="sm" onClick={props.onClearSelection}>
              {t('clear')}
            </Button>
          </span>
        )}
        <span
          data-figures
          className="ms-auto flex items-center gap-1.5 ps-2 text-sm whitespace-nowrap text-ink-3 max-sm:hidden"
          hidden={props.selected > 0}
        >
          {place}
          <span aria-hidden className="hidden items-center gap-1.5 xl:flex pointer-coarse:hidden">
            {place !== '' && <span>·</span>} <Kbd>j</Kbd> {t('hint.next')}
            {viewer.role !== 'editor' && (
              <>
                <span>·</span> <Kbd>z</Kbd> {t('hint.undo')}
              </>
            )}
          </span>
        </span>
      </div>
    </div>
  )
}

function ReadingNotice() {
  const t = useWords('deciding')
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <Eye aria-hidden className="size-4 shrink-0" />
      {t('reading')}
    </p>
  )
}

function Buttons({ current, choosing, onChoosing, onDecide, onUndo, onEscalate, selected, onDecideAll }: DecisionBarProps) {
  const t = useWords('deciding')
  const keys = resolveKeys(usePreferences().preferences)
  const allowed = current?.row.allowed ?? []
  const isMany = selected > 0
  const can = (option: DecisionOption): boolean => (isMany ? !option.startsWith('clear') : allowed.includes(option))
  const isGone = current?.row.state.status === 'removed' && !isMany
  if (isGone) return <p className="text-ink-2">{t('gone')}</p>
  const isOffTopic = can('clear_off_topic')
  return (
    <div role="group" aria-label={t('decide')} className="flex min-w-0 items-center gap-2 max-sm:flex-1 max-sm:gap-1">
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
      <BarButton keys={keys.escalate} isOn={current !== null && !isMany} onPress={onEscalate} className="max-md:hidden">
        {t('escalate')}
      </BarButton>
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
        <MenuEntry keys={keys.escalate} isOn={current !== null && !isMany} onSelect={onEscalate}>
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
    </div>
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
function BarButton({ look = 'plain', keys, isOn, isOpen, onPress, className, children }: BarButtonProps) {
  return (
    <Button
      look={look}
      aria-keyshortcuts={keys}
      aria-disabled={!isOn}
      aria-expanded={isOpen}
      onClick={isOn ? onPress : undefined}
      className={joinClasses('max-sm:min-w-0 max-sm:flex-1 max-sm:px-1 max-sm:text-sm aria-expanded:bg-sunk', className)}
    >
      {children}
      <Kbd isHidden isInverse={look === 'solid'} className="max-sm:hidden pointer-coarse:hidden">
        {showKey(keys)}
      </Kbd>
    </Button>
  )
}

function MenuEntry({ keys, isOn, onSelect, children }: { keys?: string; isOn: boolean; onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownItem disabled={!isOn} onSelect={onSelect} className="justify-between gap-6 data-[disabled]:opacity-50">
      {children}
      {keys !== undefined && <Kbd isHidden>{keys}</Kbd>}
    </DropdownItem>
  )
}
