import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Users, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CountedViews, SavedView } from '@/lib/contracts/teamwork'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { laterDialog } from '../../ui/later'
import { toast } from '../../ui/toast'
import { useFormats, useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'

/** Counting looks at comments: it is asked for rarely, and for those in sight. */
const COUNTS_EVERY_MS = 60_000
const KEY = ['view-counts']

/** The cross that removes a view stands in the place of its figure, where there is a mouse to ask for it. */
const GIVES_WAY = 'pointer-fine:group-focus-within:invisible pointer-fine:group-hover:invisible'

const SaveDialog = laterDialog(() => import('./save-view-dialog').then((module) => module.SaveViewDialog))

interface SavedViewsProps {
  views: readonly SavedView[]
  onViews: (views: SavedView[]) => void
  /** The query of the address as it stands, without the comment that is open. */
  readAddress: () => string
  onOpen: (address: string) => void
}

/** Queues with filters that somebody keeps under a name. */
export function SavedViews({ views, onViews, readAddress, onOpen }: SavedViewsProps) {
  const t = useWords('queue')
  const deciding = useWords('deciding')
  const shell = useWords('shell')
  const formats = useFormats()
  const [isSaving, setSaving] = useState(false)
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => sendDesk<CountedViews>('GET', 'views/counts'),
    refetchInterval: COUNTS_EVERY_MS,
  })
  /** After a change of one's own: what is being fetched knows nothing of it. */
  const take = (changed: SavedView[]) => {
    void client.cancelQueries({ queryKey: KEY })
    client.setQueryData<CountedViews>(KEY, (known) => known && { ...known, views: changed })
    onViews(changed)
    void client.invalidateQueries({ queryKey: KEY })
  }
  // What colleagues share or remove meanwhile comes and goes with the figures.
  useEffect(() => {
    if (data !== undefined && JSON.stringify(data.views) !== JSON.stringify(views)) onViews(data.views)
  }, [data, views, onViews])
  const writeCount = (view: SavedView): string => {
    const known = data?.counts.find(({ id }) => id === view.id)
    return known === undefined ? '' : `${formats.number(known.count)}${known.isCapped ? '+' : ''}`
  }
  async function remove(view: SavedView): Promise<void> {
    try {
      const { removeView } = await import('./remove-view')
      await removeView(view, { views, onViews: take, t, deciding, shell })
    } catch (error) {
      toast.error(t('views.kept'), { description: wordError(shell, error) })
    }
  }
  return (
    <section aria-label={t('views.title')}>
      <div className="flex items-center justify-between ps-2.5">
        <h2 className="text-xs font-[600] text-ink-3">{t('views.title')}</h2>
        <Button look="quiet" size="sm" onClick={() => setSaving(true)}>
          <Bookmark aria-hidden /> {t('views.save')}
        </Button>
      </div>
      {views.length === 0 && <p className="px-2.5 text-sm text-ink-3">{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <ViewLine
            key={view.id}
            view={view}
            count={writeCount(view)}
            onOpen={() => onOpen(view.address)}
            onRemove={() => void remove(view)}
          />
        ))}
      </ul>
      {isSaving && <SaveDialog address={readAddress()} description={t('views.saveWhat')} onSaved={take} onClose={() => setSaving(false)} />}
    </section>
  )
}

interface ViewLineProps {
  view: SavedView
  count: string
  onOpen: () => void
  onRemove: () => void
}

function ViewLine({ view, count, onOpen, onRemove }: ViewLineProps) {
  const t = useWords('queue')
  return (
    <li className="group relative flex items-center rounded-md hover:bg-sunk">
      <button
        type="button"
        onClick={onOpen}
        title={view.isOwn ? undefined : t('views.sharedBy', { name: view.by })}
        className="flex min-h-8 min-w-0 flex-1 items-center gap-1.5 px-2.5 text-start text-ink-2 hover:text-ink pointer-coarse:min-h-11"
      >
        <bdi className="truncate">{view.name}</bdi>
        {view.isShared && <Users aria-label={t('views.shared')} role="img" className="size-3.5 shrink-0 text-ink-3" />}
        <span data-figures className={joinClasses('ms-auto ps-1 text-sm text-ink-3', view.canRemove && GIVES_WAY)}>
          {count}
        </span>
      </button>
      {view.canRemove && (
        <button
          type="button"
          aria-label={t('views.remove', { name: view.name })}
          onClick={onRemove}
          className="absolute end-1.5 grid size-6 shrink-0 place-items-center pointer-coarse:static pointer-coarse:size-11 rounded-sm text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:text-ink pointer-coarse:opacity-100"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </li>
  )
}
