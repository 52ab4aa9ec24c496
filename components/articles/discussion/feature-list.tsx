'use client'

import { Star, StarOff } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ArticlePage, FeatureCandidate } from '@/lib/contracts/article-page'
import { CommentText } from '../../moderation/comment-text'
import { sendDesk } from '../../moderation/desk-api'
import { wordError } from '../../moderation/failure-words'
import { Button } from '../../ui/button'
import { Facts } from '../../ui/facts'
import { toast } from '../../ui/toast'
import { useWords } from '../../words/words-context'
import { VoiceName } from '../../moderation/voice-name'

interface FeatureListProps {
  articleId: string
  candidates: readonly FeatureCandidate[]
  featured: ArticlePage['featured']
  /** Whether the reader may feature. */
  isAllowed: boolean
}

/** Comments worth showing to everybody, with why; and those that are shown already. */
export function FeatureList({ articleId, candidates, featured, isAllowed }: FeatureListProps) {
  const t = useWords('article')
  const glossary = useWords('glossary')
  const { busy, change } = useFeaturing()
  if (candidates.length === 0 && featured.length === 0) {
    return <p className="text-sm text-ink-3">{t('featuring.none')}</p>
  }
  return (
    <>
      <ol className="print:[&>li:nth-child(n+3)]:hidden">
        {candidates.map(({ id, version, commenterName, excerpt, reasons }) => (
          <Entry
            key={id}
            articleId={articleId}
            id={id}
            name={commenterName}
            excerpt={excerpt}
            reasons={reasons.map((code) => t(`why.${code}`))}
          >
            {isAllowed && (
              <Button
                size="sm"
                className="shrink-0 print:hidden"
                aria-disabled={busy !== null}
                aria-label={t('featuring.startOf', { name: commenterName ?? glossary('unknownAuthor') })}
                onClick={() => void change('PUT', id, version)}
              >
                <Star aria-hidden /> {t('featuring.start')}
              </Button>
            )}
          </Entry>
        ))}
      </ol>
      {featured.length > 0 && (
        <>
          <h3 className="mt-3 text-sm font-[560]">{t('featuring.now')}</h3>
          <ol>
            {featured.map(({ id, version, commenterName, excerpt }) => (
              <Entry key={id} articleId={articleId} id={id} name={commenterName} excerpt={excerpt}>
                {isAllowed && (
                  <Button
                    size="sm"
                    look="quiet"
                    className="shrink-0 print:hidden"
                    aria-disabled={busy !== null}
                    aria-label={t('featuring.stopOf', { name: commenterName ?? glossary('unknownAuthor') })}
                    onClick={() => void change('DELETE', id, version)}
                  >
                    <StarOff aria-hidden /> {t('featuring.stop')}
                  </Button>
                )}
              </Entry>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

/** Lets a comment stand out, or ends that, one at a time; `busy` is whose turn it is. */
function useFeaturing() {
  const t = useWords('article')
  const shell = useWords('shell')
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [isRefreshing, startRefresh] = useTransition()
  async function change(method: 'PUT' | 'DELETE', id: string, version: number): Promise<void> {
    if (busy !== null || isRefreshing) return
    setBusy(id)
    try {
      await sendDesk(method, `comments/${id}/feature`, { version })
      toast(method === 'PUT' ? t('featuring.done') : t('featuring.ended'))
    } catch (error) {
      toast.error(t('act.failed'), { description: wordError(shell, error) })
    }
    setBusy(null)
    startRefresh(() => router.refresh())
  }
  return { busy, change }
}

interface EntryProps {
  articleId: string
  id: string
  name: string | null
  excerpt: string
  /** Why it is worth it, one after the other. */
  reasons?: readonly string[]
  children: React.ReactNode
}

function Entry({ articleId, id, name, excerpt, reasons, children }: EntryProps) {
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <Link href={`/queue?article=${articleId}&queue=newest&comment=${id}`} className="block text-ink no-underline hover:underline">
        <CommentText text={excerpt} lines={4} className="print:line-clamp-2" />
      </Link>
      <div className="mt-1 flex items-end justify-between gap-3 text-sm">
        <div className="min-w-0 text-ink-3">
          <span className="block">
            <VoiceName name={name} className="inline-block max-w-full truncate align-bottom" />
          </span>
          {reasons !== undefined && <Facts className="text-green print:hidden">{reasons}</Facts>}
        </div>
        {children}
      </div>
    </li>
  )
}
