'use client'

import { KEY_ACTS, resolveKeys, type KeyAct } from '@/lib/domain/preferences'
import { REJECT_REASONS, UNCIVIL_KINDS } from '@/lib/domain/comment'
import { joinClasses } from '../../ui/class-names'
import { Dialog } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'
import { showKey } from './key-words'
import { useOwnReasons } from '../own-reasons'
import { usePreferences } from '../frame/preferences-context'
import type { Viewer } from '../viewer'

type Line = [keys: string[], words: string]

const MOVING = ['next', 'previous', 'thread', 'wave', 'refresh', 'search'] as const
const PLACES = [
  ['q', 'queue'],
  ['a', 'articles'],
  ['o', 'overview'],
  ['p', 'appeals'],
  ['d', 'decisions'],
] as const
/** What those may do who do not decide. */
const STEERING = ['feature', 'undo'] as const
const DECIDING = KEY_ACTS.filter((act) => !MOVING.some((move) => move === act))

/** All keys. They are off while you type and while a dialog is open. */
export function HelpDialog({ viewer, onClose }: { viewer: Viewer; onClose: () => void }) {
  const t = useWords('desk')
  const glossary = useWords('glossary')
  const isDeciding = viewer.role !== 'editor'
  const ways: Line[] = [
    [['↵'], t('help.oneByOne')],
    [['Esc'], t('help.back')],
    [['⌘/ctrl', 'k'], t('help.commands')],
    ...PLACES.map(([key, place]): Line => [['g', key], t(`place.${place}`)]),
    ...(isDeciding ? [[['g', 'l'], t('place.second-looks')] satisfies Line] : []),
    [['?'], t('help.this')],
  ]
  const ownReasons = useOwnReasons()
  const keys = resolveKeys(usePreferences().preferences)
  const lines = (acts: readonly KeyAct[]): Line[] => acts.map((act) => [[showKey(keys[act])], t(`key.${act}`)])
  return (
    <Dialog isWide={isDeciding} isText onClose={onClose} title={t('help.title')} description={t('help.off')}>
      <div className={joinClasses('grid gap-x-10 gap-y-5 pt-2', isDeciding && 'sm:grid-cols-2')}>
        {isDeciding && <KeyTable title={t('help.decide')} lines={[...lines(DECIDING), [['n'], t('help.note')]]} />}
        <KeyTable
          title={t('help.move')}
          lines={[
            ...lines(MOVING),
            ...(isDeciding ? [] : lines(STEERING)),
            ...ways,
            ...(viewer.role === 'admin' ? [[['g', 's'], t('place.settings')] satisfies Line] : []),
          ]}
        />
        {isDeciding && <Digits title={t('help.kinds')} words={UNCIVIL_KINDS.map((kind) => glossary(`kind.${kind}`))} />}
        {isDeciding && (
          <Digits title={t('help.reasons')} words={REJECT_REASONS.map((reason) => glossary(`reason.${reason}`))} shifted={ownReasons} />
        )}
      </div>
      {isDeciding && <p className="mt-5 text-ink-2">{t('help.marks')}</p>}
    </Dialog>
  )
}

function KeyTable({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section>
      <h3 className="mb-1 font-[580]">{title}</h3>
      <dl>
        {lines.map(([keys, words]) => (
          <div key={words} className="flex items-center justify-between gap-4 border-b border-line py-1 last:border-b-0">
            <dt dir="ltr" className="order-last flex shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the digits mean, and those with Shift. */
function Digits({ title, words, shifted = [] }: { title: string; words: readonly string[]; shifted?: readonly string[] }) {
  return (
    <section>
      <h3 className="mb-1 font-[580]">{title}</h3>
      <ol className="grid grid-cols-2 gap-1 text-ink-2">
        {words.map((word, index) => (
          <li key={word} className="flex items-center gap-2">
            <Kbd>{index + 1}</Kbd> {word}
          </li>
        ))}
        {shifted.map((word, index) => (
          <li key={word} className="flex min-w-0 items-center gap-2">
            <Kbd>⇧{index + 1}</Kbd> <bdi className="min-w-0 truncate">{word}</bdi>
          </li>
        ))}
      </ol>
    </section>
  )
}
