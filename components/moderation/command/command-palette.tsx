'use client'

import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { useRef, useState, type ReactNode } from 'react'
import { useFocusBack } from '../../ui/dialog'
import { Kbd } from '../../ui/kbd'
import { useWords } from '../../words/words-context'
import { findCommands } from './find-commands'

/** Something the palette can do. `run` is called after it has closed. */
export interface PaletteCommand {
  group: (typeof GROUPS)[number]
  name: string
  keys?: string
  run: () => void
}

interface CommandPaletteProps {
  commands: PaletteCommand[]
  /** What is typed may also be a search. */
  onSearch: (text: string) => void
  onClose: () => void
}

const GROUPS = ['decide', 'queues', 'views', 'places', 'desk'] as const

/** Everything the desk can do, found by typing. */
export function CommandPalette({ commands, onSearch, onClose }: CommandPaletteProps) {
  const t = useWords('desk')
  const [text, setText] = useState('')
  const found = findCommands(commands, text, GROUPS)
  const search = text.trim() === '' ? null : t('palette.search', { text: text.trim() })
  // Which line Enter means: the first of what stands there, at once, however fast somebody types, until the arrows choose another.
  const [chosen, setChosen] = useState<string | null>(null)
  const first = found[0]?.[0]?.name ?? search ?? ''
  const giveFocusBack = useFocusBack()
  // What is run may take the focus, or open a dialog that gives it back to where it finds it: it is given back here first.
  const work = useRef<(() => void) | null>(null)
  function run(chosenWork: () => void): void {
    work.current = chosenWork
    onClose()
  }
  function leave(event: Event): void {
    giveFocusBack(event)
    work.current?.()
  }
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_16_10/0.45)]" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={leave}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line bg-panel shadow-raised"
        >
          <Radix.Title className="sr-only">{t('header.commands')}</Radix.Title>
          <Command label={t('header.commands')} loop shouldFilter={false} value={chosen ?? first} onValueChange={setChosen}>
            <Command.Input
              autoFocus
              value={text}
              onValueChange={(typed) => {
                setText(typed)
                setChosen(null)
              }}
              placeholder={t('palette.placeholder')}
              className="h-12 w-full border-b border-line bg-panel px-4 text-md outline-none placeholder:text-ink-3"
            />
            <Command.List className="scroll-quiet max-h-[50dvh] overflow-y-auto p-1.5" label={t('header.commands')}>
              {found.length === 0 && <p className="px-3 py-6 text-center text-ink-3">{t('palette.none')}</p>}
              {found.map((group) => (
                <Group key={group[0]?.group} name={t(`palette.group.${group[0]?.group ?? 'desk'}`)}>
                  {group.map((command) => (
                    <Item
                      key={command.name}
                      name={command.name}
                      {...(command.keys === undefined ? {} : { keys: command.keys })}
                      onSelect={() => run(command.run)}
                    />
                  ))}
                </Group>
              ))}
              {search !== null && (
                <Group name={t('place.search')}>
                  <Item name={search} onSelect={() => run(() => onSearch(text.trim()))} />
                </Group>
              )}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={name}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-[600] [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  )
}

function Item({ name, keys, onSelect }: { name: string; keys?: string; onSelect: () => void }) {
  return (
    <Command.Item
      value={name}
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 text-ink-2 data-[selected=true]:bg-accent-soft data-[selected=true]:text-ink pointer-coarse:min-h-11"
    >
      <bdi className="truncate">{name}</bdi>
      {keys !== undefined && (
        <Kbd isHidden className="pointer-coarse:hidden">
          {keys}
        </Kbd>
      )}
    </Command.Item>
  )
}
