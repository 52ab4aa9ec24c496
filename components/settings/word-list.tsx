'use client'

import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { toast } from '../ui/toast'
import type { WatchedWordResource } from '@/lib/contracts/site'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Input } from '../ui/input'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '../ui/table'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'

/** On a phone the columns stand closer, so that the button at the end is in sight in every language. */
const TIGHT = 'max-sm:px-1.5'

/** The watched words, with a filter; removing one can be taken back. */
export function WordList({ words }: { words: WatchedWordResource[] }) {
  const t = useWords('watched')
  const common = useWords('settings')
  const glossary = useWords('glossary')
  const [filter, setFilter] = useState('')
  const { send, isBusy } = useSend()
  const wanted = fold(filter.trim())
  const shown = words.filter(({ term, kind }) => fold(term).includes(wanted) || (kind && fold(glossary(`kind.${kind}`)).includes(wanted)))

  async function remove({ id, term, kind, isHeld }: WatchedWordResource): Promise<void> {
    if ((await send('DELETE', `settings/watched-words/${id}`)) === null) {
      toast.error(t('notRemoved', { term }))
      return
    }
    const takeBack = () => void send('POST', 'settings/watched-words', { term, kind, isHeld })
    toast(t('removed', { term }), { action: { label: t('undo'), onClick: takeBack } })
  }

  if (words.length === 0) {
    return (
      <EmptyState kind="nothing-yet" title={t('none')}>
        {t('noneWhy')}
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
            aria-label={t('filter')}
            placeholder={t('filterShort')}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            className="ps-8"
          />
        </div>
        <p role="status" className="text-sm whitespace-nowrap text-ink-3">
          {wanted === '' ? t('count', { count: words.length }) : t('countOf', { shown: shown.length, all: words.length })}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState kind="filtered" title={t('noneFits')} next={<Button onClick={() => setFilter('')}>{t('showAll')}</Button>} />
      ) : (
        <Table label={t('list')}>
          <TableHead>
            <tr>
              <TableHeader>{t('word')}</TableHeader>
              <TableHeader className={TIGHT}>{t('suggests')}</TableHeader>
              <TableHeader className="max-sm:hidden">{t('held')}</TableHeader>
              <TableHeader className="max-sm:ps-0">
                <span className="sr-only">{common('remove')}</span>
              </TableHeader>
            </tr>
          </TableHead>
          <tbody>
            {shown.map((word) => (
              <WordRow key={word.id} word={word} isBusy={isBusy} onRemove={() => void remove(word)} />
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}

interface WordRowProps {
  word: WatchedWordResource
  isBusy: boolean
  onRemove: () => void
}

/** One word, and what it does. */
function WordRow({ word: { term, kind, isHeld }, isBusy, onRemove }: WordRowProps) {
  const t = useWords('watched')
  const glossary = useWords('glossary')
  return (
    <TableRow>
      <TableCell className="w-full py-1! align-middle! font-[540]">
        <span className="block min-w-18 [overflow-wrap:anywhere]">
          <bdi>{term}</bdi>
        </span>
        {isHeld && (
          <Badge tone="amber" className="mb-0.5 sm:hidden">
            {t('held')}
          </Badge>
        )}
      </TableCell>
      <TableCell className={`py-1! align-middle! ${TIGHT}`}>
        {kind === null ? <span className="text-ink-3">{t('nothing')}</span> : <Badge tone="rose">{glossary(`kind.${kind}`)}</Badge>}
      </TableCell>
      <TableCell className="py-1! align-middle! max-sm:hidden">
        {isHeld ? <Badge tone="amber">{t('isHeld')}</Badge> : <span className="text-ink-3">{t('notHeld')}</span>}
      </TableCell>
      <TableCell className="py-1! align-middle! max-sm:ps-0">
        <Button look="quiet" size="sm" disabled={isBusy} aria-label={t('removeOne', { term })} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </TableCell>
    </TableRow>
  )
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
