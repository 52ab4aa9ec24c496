import { Ellipsis } from 'lucide-react'
import { resolveKeys } from '@/lib/domain/preferences'
import type { LookAnswer } from '@/lib/domain/second-look'
import { ChoiceList } from '../moderation/decision/decision-bar'
import { BarButton } from '../moderation/decision/decision-buttons'
import { listChoices, type Choosing } from '../moderation/decision/choices'
import type { NotedAct } from '../moderation/decision/desk-act'
import { useChoosing } from '../moderation/decision/use-choosing'
import { useKeys } from '../moderation/command/use-keys'
import { showKey } from '../moderation/command/key-words'
import { usePreferences } from '../moderation/frame/preferences-context'
import { useOwnReasons } from '../moderation/own-reasons'
import { Button } from '../ui/button'
import { joinClasses } from '../ui/class-names'
import { DropdownItem, DropdownMenu } from '../ui/dropdown-menu'
import { Kbd } from '../ui/kbd'
import { useWords } from '../words/words-context'

interface LookBarProps {
  lookId: string | null
  onAnswer: (answer: LookAnswer) => void
  onSkip: () => void
  onUndo: () => void
}

const DIGITS = [...Array.from({ length: 9 }, (_, index) => [String(index + 1), `Shift+Digit${index + 1}`])].flat()

/** What can be answered, by the buttons and keys of the desk; without a comment there is but what was answered last to take back. */
export function LookBar({ lookId, onAnswer, onSkip, onUndo }: LookBarProps) {
  const t = useWords('second-look')
  const deciding = useWords('deciding')
  const keys = resolveKeys(usePreferences().preferences)
  const ownReasons = useOwnReasons()
  const [choosing, setChoosing] = useChoosing(lookId)
  const hasLook = lookId !== null
  const ask = (next: Choosing) => setChoosing(hasLook ? next : null)
  const toggle = (next: Choosing) => (choosing?.of === next.of ? setChoosing(null) : ask(next))

  function give(answer: LookAnswer): void {
    setChoosing(null)
    if (hasLook) onAnswer(answer)
  }
  /** The choices are acts of the desk; taking a mark away is none that can be answered, and is not offered. */
  function choose(act: NotedAct): void {
    if (act.kind === 'approve' || act.kind === 'reject' || act.kind === 'mark') give(act)
  }
  function choosePressed(pressed: string): void {
    if (choosing === null) return
    const choice = listChoices(choosing, false, ownReasons).find((one) => one.keys === pressed)
    if (choice) choose(choice.act)
  }

  useKeys({
    ...Object.fromEntries(DIGITS.map((digit) => [digit, () => choosePressed(digit)])),
    [keys.approve]: () => give({ kind: 'approve' }),
    [keys.reject]: () => ask({ of: 'reason' }),
    [keys.offTopic]: () => give({ kind: 'mark', mark: 'off_topic' }),
    [keys.uncivil]: () => ask({ of: 'uncivil', alsoReject: false }),
    [keys.offTopicReject]: () => give({ kind: 'mark', mark: 'off_topic', alsoReject: true }),
    [keys.uncivilReject]: () => ask({ of: 'uncivil', alsoReject: true }),
    [keys.escalate]: () => give({ kind: 'unsure' }),
    [keys.next]: () => {
      setChoosing(null)
      if (hasLook) onSkip()
    },
    [keys.undo]: () => {
      setChoosing(null)
      onUndo()
    },
    Escape: () => setChoosing(null),
  })

  return (
    <div className={joinClasses('@container sticky bottom-0 z-20 border-t border-line bg-panel', choosing !== null && 'z-60')}>
      {choosing !== null && <ChoiceList choosing={choosing} isMarkedUncivil={false} onChoose={choose} onCancel={() => setChoosing(null)} />}
      <div
        role="group"
        aria-label={t('ask')}
        className="mx-auto flex min-h-13 max-w-6xl flex-wrap items-center gap-2 px-3 py-2 max-sm:gap-1 max-sm:px-2 sm:px-6"
      >
        <BarButton look="solid" keys={keys.approve} isOn={hasLook} onPress={() => give({ kind: 'approve' })}>
          {deciding('approve')}
        </BarButton>
        <BarButton keys={keys.reject} isOn={hasLook} isOpen={choosing?.of === 'reason'} onPress={() => toggle({ of: 'reason' })}>
          {deciding('reject')}
        </BarButton>
        <BarButton keys={keys.offTopic} isOn={hasLook} onPress={() => give({ kind: 'mark', mark: 'off_topic' })}>
          {deciding('offTopic')}
        </BarButton>
        <BarButton
          keys={keys.uncivil}
          isOn={hasLook}
          isOpen={choosing?.of === 'uncivil'}
          onPress={() => toggle({ of: 'uncivil', alsoReject: false })}
        >
          {deciding('uncivil')}
        </BarButton>
        <span className="flex items-center gap-2 max-sm:basis-full max-sm:gap-1 sm:ms-4">
          <BarButton keys={keys.escalate} isOn={hasLook} onPress={() => give({ kind: 'unsure' })}>
            {t('unsure')}
          </BarButton>
          <BarButton keys={keys.next} isOn={hasLook} onPress={onSkip}>
            {t('skip')}
          </BarButton>
          <DropdownMenu
            trigger={
              <Button size="icon" aria-label={t('more')}>
                <Ellipsis aria-hidden />
              </Button>
            }
          >
            <MenuEntry
              keys={keys.offTopicReject}
              isOn={hasLook}
              onSelect={() => give({ kind: 'mark', mark: 'off_topic', alsoReject: true })}
            >
              {deciding('offTopicReject')}
            </MenuEntry>
            <MenuEntry keys={keys.uncivilReject} isOn={hasLook} onSelect={() => ask({ of: 'uncivil', alsoReject: true })}>
              {deciding('uncivilReject')}
            </MenuEntry>
            <MenuEntry keys={keys.undo} isOn onSelect={onUndo}>
              {t('undo')}
            </MenuEntry>
          </DropdownMenu>
        </span>
      </div>
    </div>
  )
}

function MenuEntry({ keys, isOn, onSelect, children }: { keys: string; isOn: boolean; onSelect: () => void; children: string }) {
  return (
    <DropdownItem disabled={!isOn} onSelect={onSelect} className="justify-between gap-6 data-[disabled]:opacity-50">
      {children}
      <Kbd isHidden className="whitespace-nowrap pointer-coarse:hidden">
        {showKey(keys)}
      </Kbd>
    </DropdownItem>
  )
}
