import { X } from 'lucide-react'
import type { SavedView } from '@/lib/contracts/teamwork'
import { sendDesk } from '../../moderation/desk-api'
import { wordError } from '../../moderation/failure-words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { toast } from '../../ui/toast'
import { useWords } from '../../words/words-context'

interface RemoveViewsDialogProps {
  views: readonly SavedView[]
  onRemoved: (views: SavedView[]) => void
  onClose: () => void
}

/** Lists to be let go, one by one: one's own, and for leads those that are shared. */
export function RemoveViewsDialog({ views, onRemoved, onClose }: RemoveViewsDialogProps) {
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
    <Dialog onClose={onClose} title={t('views.removeTitle')} description={t('views.removeHint')}>
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
