'use client'

import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { toast } from '../ui/toast'
import type { WatchedWordResource } from '@/lib/contracts/site'
import { UNCIVIL_WORDS } from '../moderation/words'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Input } from '../ui/input'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '../ui/table'
import { useSend } from './use-send'

/** The watched words, with a filter; removing one can be taken back. */
export function WordList({ words }: { words: WatchedWordResource[] }) {
  const [filter, setFilter] = useState('')
  const { send, isBusy } = useSend()
  const wanted = fold(filter.trim())
  const shown = words.filter((word) => fold(word.term).includes(wanted) || (word.kind && UNCIVIL_WORDS[word.kind].includes(wanted)))

  async function remove({ id, term, kind, isHeld }: WatchedWordResource): Promise<void> {
    if ((await send('DELETE', `settings/watched-words/${id}`)) === null) {
      toast.error(`“${term}” could not be removed. It is still watched.`)
      return
    }
    const takeBack = () => void send('POST', 'settings/watched-words', { term, kind, isHeld })
    toast(`“${term}” is no longer watched`, { action: { label: 'Undo', onClick: takeBack } })
  }

  if (words.length === 0) {
    return (
      <EmptyState kind="nothing-yet" title="No words are watched">
        Comments are then suggested by their other scores alone.
      </EmptyState>
    )
  }
  return (
    <div>
      <div className="mb-3 flex items-center gap-3">
        <div className="relative w-full max-w-64">
          <Search aria-hidden className="pointer-events-none absolute top-1/2 start-2.5 size-4 -translate-y-1/2 text-ink-3" />
          <Input
            type="search"
            aria-label="Filter the words"
            placeholder="Filter"
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            className="ps-8"
          />
        </div>
        <p role="status" className="text-sm whitespace-nowrap text-ink-3">
          {wanted === '' ? `${words.length} words` : `${shown.length} of ${words.length}`}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState kind="filtered" title="No word fits the filter" next={<Button onClick={() => setFilter('')}>Show all</Button>} />
      ) : (
        <Table label="Watched words">
          <TableHead>
            <tr>
              <TableHeader>Word</TableHeader>
              <TableHeader>Suggests</TableHeader>
              <TableHeader>Held</TableHeader>
              <TableHeader>
                <span className="sr-only">Remove</span>
              </TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {shown.map((word) => (
              <TableRow key={word.id}>
                <TableCell className="w-full py-1! align-middle! font-[540]">
                  <bdi className="[overflow-wrap:anywhere]">{word.term}</bdi>
                </TableCell>
                <TableCell className="py-1! align-middle!">
                  {word.kind === null ? <span className="text-ink-3">nothing</span> : <Badge tone="rose">{UNCIVIL_WORDS[word.kind]}</Badge>}
                </TableCell>
                <TableCell className="py-1! align-middle!">
                  {word.isHeld ? <Badge tone="amber">held</Badge> : <span className="text-ink-3">no</span>}
                </TableCell>
                <TableCell className="py-1! align-middle!">
                  <Button look="quiet" size="sm" disabled={isBusy} aria-label={`Remove ${word.term}`} onClick={() => void remove(word)}>
                    <X aria-hidden />
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}

const fold = (text: string) => text.normalize('NFKC').toLocaleLowerCase()
