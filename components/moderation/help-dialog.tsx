'use client'

import { KEY_ACTS, resolveKeys, type KeyAct } from '@/lib/domain/preferences'
import { REJECT_REASONS, UNCIVIL_KINDS } from '@/lib/domain/comment'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'
import { KEY_WORDS, showKey } from './key-words'
import { usePreferences } from './preferences-context'
import type { Viewer } from './viewer'
import { REASON_WORDS, UNCIVIL_WORDS } from './words'

type Line = [keys: string[], words: string]

const MOVING = ['next', 'previous', 'thread', 'search'] as const
const DECIDING = KEY_ACTS.filter((act) => !MOVING.some((move) => move === act))
const WAYS: Line[] = [
  [['↵'], 'One comment at a time, and back'],
  [['Esc'], 'Back to the list'],
  [['⌘/ctrl', 'k'], 'All commands'],
  [['g', 'q'], 'Queue'],
  [['g', 'a'], 'Articles'],
  [['g', 'd'], 'Decisions'],
  [['?'], 'This help'],
]

/** All keys. They are off while you type and while a dialog is open. */
export function HelpDialog({ viewer, onClose }: { viewer: Viewer; onClose: () => void }) {
  const isDeciding = viewer.role !== 'editor'
  const keys = resolveKeys(usePreferences().preferences)
  const lines = (acts: readonly KeyAct[]): Line[] => acts.map((act) => [[showKey(keys[act])], KEY_WORDS[act]])
  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Keys"
      description="They are off while you type and while a dialog is open."
    >
      <div className="grid gap-x-10 gap-y-5 pt-2 sm:grid-cols-2">
        {isDeciding && <KeyTable title="Decide" lines={lines(DECIDING)} />}
        <KeyTable
          title="Move"
          lines={[...lines(MOVING), ...WAYS, ...(viewer.role === 'admin' ? [[['g', 's'], 'Settings'] satisfies Line] : [])]}
        />
        {isDeciding && <Digits title="After u: the kind" words={UNCIVIL_KINDS.map((kind) => UNCIVIL_WORDS[kind])} />}
        {isDeciding && <Digits title="After r: the reason" words={REJECT_REASONS.map((reason) => REASON_WORDS[reason])} />}
      </div>
      {isDeciding && (
        <p className="mt-5 text-ink-2">
          A mark does not hide a comment: a public one stays public and is done, a held one still waits for approve or reject. A row you
          decided steps back and stays where it is until you refresh the queue.
        </p>
      )}
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
            <dt className="order-last flex shrink-0 gap-1">
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

function Digits({ title, words }: { title: string; words: string[] }) {
  return (
    <section>
      <h3 className="mb-1 font-[580]">{title}</h3>
      <ol className="grid grid-cols-2 gap-1 text-ink-2">
        {words.map((word, index) => (
          <li key={word} className="flex items-center gap-2">
            <Kbd>{index + 1}</Kbd> {word}
          </li>
        ))}
      </ol>
    </section>
  )
}
