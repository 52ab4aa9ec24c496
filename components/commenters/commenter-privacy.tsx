import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ErasurePreview } from '@/lib/contracts/erasure'
import { sendDesk } from '../moderation/desk-api'
import { wordError } from '../moderation/failure-words'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { useBusy } from '../ui/use-busy'
import { useWords } from '../words/words-context'
import { EraseDialog } from './erase-dialog'

/** What is kept about somebody, for admins: as a file, and the way to erase it. */
export function CommenterPrivacy({ commenterId }: { commenterId: string }) {
  const t = useWords('privacy')
  const shell = useWords('shell')
  const [hasNotes, setNotes] = useState(false)
  const [preview, setPreview] = useState<ErasurePreview | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  const path = `commenters/${encodeURIComponent(commenterId)}`
  async function ask(): Promise<void> {
    try {
      setPreview(await sendDesk<ErasurePreview>('GET', `${path}/erasure`))
      setRefusal(null)
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <section aria-labelledby="personal-data" className="mt-8 rounded-lg border border-line bg-panel px-4 py-3.5">
      <h2 id="personal-data" className="text-md font-[620]">
        {t('title')}
      </h2>
      <p className="text-sm text-pretty text-ink-2">{t('why')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button asChild>
          <a href={`/api/v1/desk/${path}/data?notes=${hasNotes}`} download>
            <Download aria-hidden className="size-4" /> {t('giveOut')}
          </a>
        </Button>
        <Checkbox checked={hasNotes} onChange={(event) => setNotes(event.target.checked)}>
          {t('withNotes')}
        </Checkbox>
      </div>
      <p className="mt-1 text-sm text-pretty text-ink-3">{t('giveOutHint')}</p>
      <div className="mt-3">
        <Button look="danger" aria-disabled={isBusy} onClick={() => run(ask)}>
          <Trash2 aria-hidden className="size-4" /> {t('erase')}
        </Button>
      </div>
      {refusal !== null && (
        <Callout tone="error" className="mt-3">
          {refusal}
        </Callout>
      )}
      {preview !== null && <EraseDialog path={path} preview={preview} onClose={() => setPreview(null)} />}
    </section>
  )
}
