import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { resolveKeys } from '@/lib/domain/preferences'
import type { LookAnswer } from '@/lib/domain/second-look'
import { useKeys } from '../moderation/command/use-keys'
import { showKey } from '../moderation/command/key-words'
import { usePreferences } from '../moderation/frame/preferences-context'
import { useOwnReasons } from '../moderation/own-reasons'
import { Button } from '../ui/button'
import { joinClasses } from '../ui/class-names'
import { DropdownItem, DropdownMenu } from '../ui/dropdown-menu'
import { Kbd } from '../ui/kbd'
import { useWords } from '../words/words-context'
import { AnswerChoices, listAnswers, type Asked } from './answer-choices'

interface LookBarProps {
  lookId: string | null
  onAnswer: (answer: LookAnswer) => void
  onSkip: () => void
  onUndo: () => void
}

const DIGITS = [...Array.from({ length: 9 }, (_, index) => [String(index + 1), `Shift+Digit${index + 1}`])].flat()

/** What can be answered, by the buttons and keys of the desk; without a comment there is but what was answered last to take back. */
export function LookBar({ lookId, onAnswer, onSkip, onUndo }: LookBarProps) {
  const deciding = useWords('deciding')
  const ownReasons = useOwnReasons()
  const glossary = useWords('glossary')
  const [open, setOpen] = useState<{ asked: Asked; at: string | null } | null>(null)
  const hasLook = lookId !== null
  // It is about the comment it was opened for: a digit must not answer about the next.
  const asked = open !== null && open.at === lookId && hasLook ? open.asked : null
  const choices = asked === null ? [] : listAnswers(glossary, asked, ownReasons)
  const ask = (next: Asked) => setOpen({ asked: next, at: lookId })

  function give(answer: LookAnswer): void {
    setOpen(null)
    if (hasLook) onAnswer(answer)
  }
  function choosePressed(pressed: string): void {
    const choice = choices.find(({ keys: digit }) => digit === pressed)
    if (choice) give(choice.answer)
  }

  useLookKeys({ hasLook, onGive: give, onAsk: ask, onPressed: choosePressed, onClose: () => setOpen(null), onSkip, onUndo })

  return (
    <div className={joinClasses('sticky bottom-0 z-20 border-t border-line bg-panel', asked !== null && 'z-60')}>
      {asked !== null && (
        <AnswerChoices
          title={deciding(asked.of === 'reason' ? 'choose.reason' : asked.alsoReject ? 'choose.kindReject' : 'choose.kind')}
          choices={choices}
          onChoose={give}
          onCancel={() => setOpen(null)}
        />
      )}
      <LookButtons {...{ hasLook, asked, onSkip, onUndo }} onGive={give} onAsk={ask} onClose={() => setOpen(null)} />
    </div>
  )
}

interface LookKeys {
  hasLook: boolean
  onGive: (answer: LookAnswer) => void
  onAsk: (asked: Asked) => void
  /** A digit, which stands for one of the choices that are open. */
  onPressed: (digit: string) => void
  onClose: () => void
  onSkip: () => void
  onUndo: () => void
}

/** The keys of the desk, for answers. */
function useLookKeys({ hasLook, onGive, onAsk, onPressed, onClose, onSkip, onUndo }: LookKeys): void {
  const keys = resolveKeys(usePreferences().preferences)
  useKeys({
    ...Object.fromEntries(DIGITS.map((digit) => [digit, () => onPressed(digit)])),
    [keys.approve]: () => onGive({ kind: 'approve' }),
    [keys.reject]: () => onAsk({ of: 'reason' }),
    [keys.offTopic]: () => onGive({ kind: 'mark', mark: 'off_topic' }),
    [keys.uncivil]: () => onAsk({ of: 'uncivil', alsoReject: false }),
    [keys.offTopicReject]: () => onGive({ kind: 'mark', mark: 'off_topic', alsoReject: true }),
    [keys.uncivilReject]: () => onAsk({ of: 'uncivil', alsoReject: true }),
    [keys.escalate]: () => onGive({ kind: 'unsure' }),
    [keys.next]: () => {
      onClose()
      if (hasLook) onSkip()
    },
    [keys.undo]: () => {
      onClose()
      onUndo()
    },
    Escape: onClose,
  })
}

interface LookButtonsProps extends Omit<LookKeys, 'onPressed'> {
  asked: Asked | null
}

function LookButtons({ hasLook, asked, onGive, onAsk, onClose, onSkip, onUndo }: LookButtonsProps) {
  const t = useWords('second-look')
  const deciding = useWords('deciding')
  const keys = resolveKeys(usePreferences().preferences)
  const toggle = (next: Asked) => (asked?.of === next.of ? onClose() : onAsk(next))
  return (
    <div
      role="group"
      aria-label={t('ask')}
      className="mx-auto flex min-h-13 max-w-6xl flex-wrap items-center gap-2 px-3 py-2 max-sm:gap-1 max-sm:px-2 sm:px-6"
    >
      <AnswerButton look="solid" keys={keys.approve} isOn={hasLook} onPress={() => onGive({ kind: 'approve' })}>
        {deciding('approve')}
      </AnswerButton>
      <AnswerButton keys={keys.reject} isOn={hasLook} isOpen={asked?.of === 'reason'} onPress={() => toggle({ of: 'reason' })}>
        {deciding('reject')}
      </AnswerButton>
      <AnswerButton keys={keys.offTopic} isOn={hasLook} onPress={() => onGive({ kind: 'mark', mark: 'off_topic' })}>
        {deciding('offTopic')}
      </AnswerButton>
      <AnswerButton
        keys={keys.uncivil}
        isOn={hasLook}
        isOpen={asked?.of === 'uncivil'}
        onPress={() => toggle({ of: 'uncivil', alsoReject: false })}
      >
        {deciding('uncivil')}
      </AnswerButton>
      <span className="flex items-center gap-2 max-sm:basis-full max-sm:gap-1 sm:ms-4">
        <AnswerButton keys={keys.escalate} isOn={hasLook} onPress={() => onGive({ kind: 'unsure' })}>
          {t('unsure')}
        </AnswerButton>
        <AnswerButton keys={keys.next} isOn={hasLook} onPress={onSkip}>
          {t('skip')}
        </AnswerButton>
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
            onSelect={() => onGive({ kind: 'mark', mark: 'off_topic', alsoReject: true })}
          >
            {deciding('offTopicReject')}
          </MenuEntry>
          <MenuEntry keys={keys.uncivilReject} isOn={hasLook} onSelect={() => onAsk({ of: 'uncivil', alsoReject: true })}>
            {deciding('uncivilReject')}
          </MenuEntry>
          <MenuEntry keys={keys.undo} isOn onSelect={onUndo}>
            {t('undo')}
          </MenuEntry>
        </DropdownMenu>
      </span>
    </div>
  )
}

interface AnswerButtonProps {
  look?: 'solid' | 'plain'
  keys: string
  isOn: boolean
  /** Whether the choices it leads to are open; undefined when it leads to none. */
  isOpen?: boolean
  onPress: () => void
  children: ReactNode
}

/** Stays in place when it cannot be used, so that the others do not move under the hand. */
function AnswerButton({ look = 'plain', keys, isOn, isOpen, onPress, children }: AnswerButtonProps) {
  return (
    <Button
      look={look}
      aria-keyshortcuts={keys}
      aria-disabled={!isOn}
      aria-expanded={isOpen}
      onClick={isOn ? onPress : undefined}
      className="aria-expanded:bg-sunk max-sm:min-w-0 max-sm:flex-1 max-sm:px-1 max-sm:text-sm max-sm:leading-[1.15] max-sm:whitespace-normal"
    >
      {children}
      <Kbd isHidden isInverse={look === 'solid'} className="max-sm:hidden pointer-coarse:hidden">
        {showKey(keys)}
      </Kbd>
    </Button>
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
