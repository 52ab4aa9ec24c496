'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ImportRunResource } from '@/lib/contracts/import'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { FileDrop } from './file-drop'
import { Formats } from './formats'
import { ProgressBar } from './progress-bar'
import { RunList } from './run-list'
import { uploadFile } from './upload-file'

type Stage = { kind: 'choose'; refusal: string | null } | { kind: 'sending'; name: string; share: number }

/** Choose a file: it is sent, and its own page shows what is in it. Nothing is written before somebody says so there. */
export function ImportPanel({ runs }: { runs: ImportRunResource[] }) {
  const t = useWords('import')
  const shell = useWords('shell')
  const router = useRouter()
  const [stage, setStage] = useState<Stage>({ kind: 'choose', refusal: null })
  const [articleId, setArticleId] = useState('')

  async function send(file: File): Promise<void> {
    if (file.size === 0) return setStage({ kind: 'choose', refusal: t('emptyFile') })
    setStage({ kind: 'sending', name: file.name, share: 0 })
    const { run, refusal } = await uploadFile({ t, shell }, file, articleId, (share) =>
      setStage({ kind: 'sending', name: file.name, share }),
    )
    if (run) router.push(`/settings/import/${run.id}`)
    else setStage({ kind: 'choose', refusal })
  }

  return (
    <div className="flex flex-col gap-4">
      {stage.kind === 'sending' ? (
        <div role="status" className="flex flex-col gap-2.5 rounded-lg border border-line bg-panel px-4 py-3">
          <p>
            {t.parts('sending', {
              name: (
                <bdi key="name" className="[overflow-wrap:anywhere]">
                  {stage.name}
                </bdi>
              ),
            })}
          </p>
          <ProgressBar label={t('sendingFile')} share={stage.share} />
          <p className="text-sm text-ink-3">{t('stay')}</p>
        </div>
      ) : (
        <>
          {stage.refusal !== null && <Callout tone="error">{stage.refusal}</Callout>}
          <FileDrop onFile={(file) => void send(file)} />
          <Field label={t('articleId')} hint={t('articleIdHint')} className="max-w-md">
            {(control) => (
              <Input {...control} value={articleId} maxLength={200} onChange={(event) => setArticleId(event.currentTarget.value)} />
            )}
          </Field>
        </>
      )}
      {runs.length > 0 && <RunList runs={runs} />}
      <Formats />
    </div>
  )
}
