import type { SavedView } from '@/lib/contracts/teamwork'
import { toast } from '../../ui/toast'
import type { Words } from '../../words/rooms'
import { ProblemError, sendDesk } from '../desk-api'
import { wordError } from '../failure-words'

interface Removing {
  views: readonly SavedView[]
  onViews: (views: SavedView[]) => void
  t: Words<'queue'>
  deciding: Words<'deciding'>
  shell: Words<'shell'>
}

/** Removes a saved view with one press, for colleagues too where it is shared: so there is a way back. */
export async function removeView({ id, name, address, isShared }: SavedView, { views, onViews, t, deciding, shell }: Removing) {
  const change = async (method: 'POST' | 'DELETE', path: string, body?: object) =>
    onViews((await sendDesk<{ views: SavedView[] }>(method, path, body)).views)
  try {
    await change('DELETE', `views/${id}`)
  } catch (error) {
    const isGone = error instanceof ProblemError && error.problem.status === 404
    // A colleague was first.
    if (isGone) return onViews(views.filter((view) => view.id !== id))
    return toast.error(t('views.kept'), { description: wordError(shell, error) })
  }
  const undo = () =>
    void change('POST', 'views', { name, address, isShared }).catch((error: unknown) =>
      toast.error(t('views.gone'), { description: wordError(shell, error) }),
    )
  toast(t('views.removed'), { description: name, duration: 10_000, action: { label: deciding('toast.undo'), onClick: undo } })
}
