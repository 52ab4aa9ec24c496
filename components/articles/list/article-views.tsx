'use client'

import { Bookmark, Users, X } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { sendDesk } from '../../moderation/desk-api'
import { wordError } from '../../moderation/failure-words'
import { SaveViewDialog } from '../../moderation/queue/save-view-dialog'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { DropdownItem, DropdownLine, DropdownMenu } from '../../ui/dropdown-menu'
import { toast } from '../../ui/toast'
import { useWords } from '../../words/words-context'

interface ArticleViewsProps {
  start: SavedView[]
  /** The query of the address as it stands. */
  readAddress: () => string
  onOpen: (address: string) => void
}

/** Lists of articles, with their order and filters, that somebody keeps under a name. */
export function ArticleViews({ start, readAddress, onOpen }: ArticleViewsProps) {
  const t = useWords('articles')
  const [views, setViews] = useState(start)
  const [dialog, setDialog] = useState<'save' | 'remove' | null>(null)
  const own = views.filter((view) => view.isOwn)
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
        {own.length > 0 && <DropdownItem onSelect={() => setDialog('remove')}>{t('views.remove')}</DropdownItem>}
      </DropdownMenu>
      {dialog === 'save' && (
        <SaveViewDialog
          address={readAddress()}
          place="articles"
          description={t('views.saveHint')}
          onSaved={setViews}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'remove' && <RemoveDialog views={own} onRemoved={setViews} onClose={() => setDialog(null)} />}
    </>
  )
}

interface RemoveDialogProps {
  views: readonly SavedView[]
  onRemoved: (views: SavedView[]) => void
  onClose: () => void
}

function RemoveDialog({ views, onRemoved, onClose }: RemoveDialogProps) {
  const t = useWords('articles')
  const shell = useWords('shell')
  async function remove(view: SavedView): Promise<void> {
    try {
      onRemoved((await sendDesk<{ views: SavedView[] }>('DELETE', `views/${view.id}`)).views)
    } catch (error) {
      toast.error(t('views.notRemoved'), { description: wordError(shell, error) })
    }
  }
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t('views.removeTitle')} description={t('views.removeHint')}>
      <ul>
        {views.map((view) => (
          <li key={view.id} className="flex items-center justify-between gap-3 border-b border-line py-1 last:border-b-0">
            <bdi className="min-w-0 truncate">{view.name}</bdi>
            <Button size="sm" look="quiet" aria-label={t('views.removeOne', { name: view.name })} onClick={() => void remove(view)}>
              <X aria-hidden /> {t('views.removeNow')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
