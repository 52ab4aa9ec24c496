'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Users } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { Button } from '../../ui/button'
import { DropdownItem, DropdownLine, DropdownMenu } from '../../ui/dropdown-menu'
import { laterDialog } from '../../ui/later'
import { sendDesk } from '../../moderation/desk-api'
import { useWords } from '../../words/words-context'

const SaveDialog = laterDialog(() => import('../../moderation/queue/save-view-dialog').then((module) => module.SaveViewDialog))
const RemoveDialog = laterDialog(() => import('./remove-views-dialog').then((module) => module.RemoveViewsDialog))

/** Colleagues share and remove some, too. */
const READ_EVERY_MS = 60_000

interface ArticleViewsProps {
  start: SavedView[]
  /** The query of the address as it stands. */
  readAddress: () => string
  onOpen: (address: string) => void
}

/** Lists of articles, with their order and filters, that somebody keeps under a name. */
export function ArticleViews({ start, readAddress, onOpen }: ArticleViewsProps) {
  const t = useWords('articles')
  const client = useQueryClient()
  const queryKey = ['article-views', start.map(({ id }) => id)]
  const {
    data: { views },
  } = useQuery({
    queryKey,
    queryFn: () => sendDesk<{ views: SavedView[] }>('GET', 'views?place=articles'),
    initialData: { views: start },
    staleTime: READ_EVERY_MS,
    refetchInterval: READ_EVERY_MS,
  })
  function setViews(now: SavedView[]): void {
    // What is on its way was read before.
    void client.cancelQueries({ queryKey })
    client.setQueryData(queryKey, { views: now })
  }
  const [dialog, setDialog] = useState<'save' | 'remove' | null>(null)
  const removable = views.filter((view) => view.canRemove)
  return (
    <>
      <DropdownMenu
        trigger={
          <Button>
            <Bookmark aria-hidden /> {t('views.open')}
          </Button>
        }
      >
        {views.map((view) => (
          <DropdownItem key={view.id} onSelect={() => onOpen(view.address)}>
            <bdi className="max-w-60 truncate">{view.name}</bdi>
            {view.isShared && <Users aria-label={t('views.shared')} role="img" className="ms-auto text-ink-3" />}
          </DropdownItem>
        ))}
        {views.length > 0 && <DropdownLine />}
        <DropdownItem onSelect={() => setDialog('save')}>{t('views.save')}</DropdownItem>
        {removable.length > 0 && <DropdownItem onSelect={() => setDialog('remove')}>{t('views.remove')}</DropdownItem>}
      </DropdownMenu>
      {dialog === 'save' && (
        <SaveDialog
          address={readAddress()}
          place="articles"
          description={t('views.saveHint')}
          onSaved={setViews}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'remove' && <RemoveDialog views={removable} onRemoved={setViews} onClose={() => setDialog(null)} />}
    </>
  )
}
