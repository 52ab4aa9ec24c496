import { Eye, RotateCw } from 'lucide-react'
import { memo } from 'react'
import type { FeatureAct } from '@/lib/domain/article-acts'
import { resolveKeys } from '@/lib/domain/preferences'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { joinClasses } from '../../ui/class-names'
import { Kbd } from '../../ui/kbd'
import { later } from '../../ui/later'
import { useWords } from '../../words/words-context'
import { showKey } from '../command/key-words'
import { usePreferences } from '../frame/preferences-context'
import type { Choosing } from './choices'
import { BarButton, DecisionButtons, FeatureOption } from './decision-buttons'
import type { DeskAct } from './desk-act'
import type { DeskRow } from '../queue/desk-row'
import type { RowNotice } from '../queue/row-notice'
import { describeNotice } from '../queue/notice-words'
import { useNow } from '../now'
import { useNoticeWords } from '../queue/use-notice-words'
import type { Viewer } from '../viewer'

/** The keys choose also before its code is there, and where it cannot be fetched. */
export const ChoiceList = later(
  () => import('./choice-list').then((module) => module.ChoiceList),
  null,
  () => null,
)

interface DecisionBarProps {
  viewer: Viewer
  current: DeskRow | null
  /** Whether it may be let stand out, or that may be ended. */
  featureOption: FeatureAct['kind'] | null
  /** Where the cursor stands: "3 of 142". */
  place: string
  choosing: Choosing | null
  onChoosing: (choosing: Choosing | null) => void
  onDecide: (act: DeskAct) => void
  onUndo: () => void
  onEscalate: () => void
  onDismiss: () => void
  /** How many comments are selected: then the decisions are about them. */
  selected: number
  onClearSelection: () => void
  /** Opens the decision on everything the filter matches; null where that makes no sense. */
  onDecideAll: (() => void) | null
}

/**
 * What can be decided on the current comment: drawn from what its row allows, the same list the server goes by. Give it
 * handlers that stay the same: its buttons are drawn again only when something else can be decided.
 */
export const DecisionBar = memo(DrawnBar)

function DrawnBar(props: DecisionBarProps) {
  const { viewer, current, featureOption, place, choosing, onChoosing, onDecide, onUndo, onEscalate, onDismiss, onDecideAll } = props
  const t = useWords('deciding')
  const notice = current?.notice ?? null
  const isMany = props.selected > 0
  return (
    // What is being chosen from lies over the message on the decision before it, which on a phone stands there.
    <div className={joinClasses('@container relative shrink-0 border-t border-line bg-panel', choosing !== null && 'z-60')}>
      {notice !== null && <NoticeCallout notice={notice} onDecide={onDecide} onDismiss={onDismiss} />}
      {choosing !== null && (current !== null || isMany) && (
        <ChoiceList
          choosing={choosing}
          isMarkedUncivil={!isMany && current?.row.allowed.includes('clear_uncivil') === true}
          suggested={isMany ? undefined : current?.row.state.suggestions.uncivil?.kind}
          onChoose={onDecide}
          onNote={(note) => onChoosing({ ...choosing, note })}
          onCancel={() => onChoosing(null)}
        />
      )}
      <div
        className={joinClasses(
          'flex min-h-13 items-center gap-2 px-3 py-2 max-sm:flex-wrap max-sm:gap-1 max-sm:px-2 sm:px-4',
          isMany && 'flex-wrap',
        )}
      >
        {viewer.role === 'editor' ? (
          <ReadingNotice featureOption={featureOption} onDecide={onDecide} />
        ) : (
          <FeatureOption value={featureOption}>
            <DecisionButtons
              {...{ choosing, onChoosing, onDecide, onUndo, onEscalate, onDecideAll, isMany }}
              allowed={current?.row.allowed.join(' ') ?? ''}
              hasCurrent={current !== null}
              over={current === null || isMany ? null : findOver(current.row)}
            />
          </FeatureOption>
        )}
        {isMany && (
          <span
            data-selected=""
            className="ms-auto flex items-center gap-1.5 text-sm whitespace-nowrap max-sm:order-first max-sm:w-full max-sm:justify-between max-sm:px-1"
          >
            <strong data-figures className="font-[620]">
              {t('selected', { count: props.selected })}
            </strong>
            <Button look="quiet" size="sm" onClick={props.onClearSelection}>
              {t('clear')}
            </Button>
          </span>
        )}
        {/* What does not fit beside the buttons goes to a second line, which is out of sight: other languages have longer words. */}
        <span
          data-figures
          className="hidden h-6 min-w-0 flex-1 flex-wrap content-start justify-end overflow-hidden text-sm whitespace-nowrap text-ink-3 sm:flex"
          hidden={isMany}
        >
          <span className="h-6 w-2" />
          <span className="flex h-6 items-center">{place}</span>
          <KeyHint isAfterPlace={place !== ''} />
        </span>
      </div>
    </div>
  )
}

/** A comment without its text is over; one that is there has some. */
function findOver({ body, state }: DeskRow['row']): 'gone' | 'erased' | null {
  return state.status === 'removed' ? 'gone' : body === '' ? 'erased' : null
}

/** What to press for the next comment and for undo: drawn once, and not with every key. */
const KeyHint = memo(function DrawnHint({ isAfterPlace }: { isAfterPlace: boolean }) {
  const t = useWords('deciding')
  const keys = resolveKeys(usePreferences().preferences)
  return (
    <span aria-hidden className="hidden h-6 items-center gap-1.5 ps-1.5 sm:flex pointer-coarse:hidden">
      {isAfterPlace && <span>·</span>} <Kbd>{showKey(keys.next)}</Kbd> {t('hint.next')}
      <span>·</span> <Kbd>{showKey(keys.undo)}</Kbd> {t('hint.undo')}
    </span>
  )
})

/** What went wrong with the comment, and what to do about it. */
function NoticeCallout({ notice, onDecide, onDismiss }: Pick<DecisionBarProps, 'onDecide' | 'onDismiss'> & { notice: RowNotice }) {
  const t = useWords('deciding')
  const noticeWords = useNoticeWords()
  const now = useNow()
  const retry = notice.kind === 'unsaved' ? notice.act : null
  return (
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
  )
}

/** Who does not decide may all the same choose what stands out. */
function ReadingNotice({ featureOption, onDecide }: Pick<DecisionBarProps, 'featureOption' | 'onDecide'>) {
  const t = useWords('deciding')
  const keys = resolveKeys(usePreferences().preferences)
  return (
    <>
      <BarButton
        keys={keys.feature}
        isOn={featureOption !== null}
        onPress={() => featureOption !== null && onDecide({ kind: featureOption })}
        className="shrink-0"
      >
        {t(featureOption ?? 'feature')}
      </BarButton>
      <p className="flex items-center gap-2 text-ink-2">
        <Eye aria-hidden className="size-4 shrink-0" />
        {t('reading')}
      </p>
    </>
  )
}
