'use client'

import { Star, StarOff } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ArticlePage, FeatureCandidate } from '@/lib/contracts/article-page'
import type { FeaturingReason } from '@/lib/domain/featuring'
import { sendDesk } from '../moderation/desk-api'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'

interface FeatureListProps {
  articleId: string
  candidates: readonly FeatureCandidate[]
  featured: ArticlePage['featured']
  /** Whether the reader may feature. */
  isAllowed: boolean
}

const REASONS: Record<FeaturingReason, string> = {
  on_topic: 'on topic',
  substantial: 'substantial',
  civil: 'civil',
  evidence: 'gives facts',
  answered: 'drew good answers',
  approved: 'approved',
}

/** Comments worth showing to everybody, with why; and those that are shown already. */
export function FeatureList({ articleId, candidates, featured, isAllowed }: FeatureListProps) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [isRefreshing, startRefresh] = useTransition()
  async function change(method: 'PUT' | 'DELETE', id: string, version: number): Promise<void> {
    if (busy !== null || isRefreshing) return
    setBusy(id)
    try {
      await sendDesk(method, `comments/${id}/feature`, { version })
      toast(method === 'PUT' ? 'Featured; the site is told' : 'No longer featured')
    } catch (error) {
      toast.error('It did not work', { description: error instanceof Error ? error.message : '' })
    }
    setBusy(null)
    startRefresh(() => router.refresh())
  }
  if (candidates.length === 0 && featured.length === 0) {
    return <p className="text-sm text-ink-3">No comment is on topic, civil and substantial enough yet.</p>
  }
  return (
    <>
      <ol className="print:[&>li:nth-child(n+3)]:hidden">
        {candidates.map(({ id, version, commenterName, excerpt, reasons }) => (
          <Entry key={id} articleId={articleId} id={id} name={commenterName} excerpt={excerpt}>
            {reasons.map((code) => (
              <Badge key={code} tone="green">
                {REASONS[code]}
              </Badge>
            ))}
            {isAllowed && (
              <Button
                size="sm"
                className="ms-auto print:hidden"
                aria-disabled={busy !== null}
                onClick={() => void change('PUT', id, version)}
              >
                <Star aria-hidden /> Feature<span className="sr-only"> the comment of {commenterName ?? 'an unknown author'}</span>
              </Button>
            )}
          </Entry>
        ))}
      </ol>
      {featured.length > 0 && (
        <>
          <h3 className="mt-3 text-sm font-[560]">Featured now</h3>
          <ol>
            {featured.map(({ id, version, commenterName, excerpt }) => (
              <Entry key={id} articleId={articleId} id={id} name={commenterName} excerpt={excerpt}>
                {isAllowed && (
                  <Button
                    size="sm"
                    look="quiet"
                    className="ms-auto print:hidden"
                    aria-disabled={busy !== null}
                    onClick={() => void change('DELETE', id, version)}
                  >
                    <StarOff aria-hidden /> Stop
                    <span className="sr-only"> featuring the comment of {commenterName ?? 'an unknown author'}</span>
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

interface EntryProps {
  articleId: string
  id: string
  name: string | null
  excerpt: string
  children: React.ReactNode
}

function Entry({ articleId, id, name, excerpt, children }: EntryProps) {
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <Link
        href={`/queue?article=${articleId}&queue=newest&comment=${id}`}
        dir="auto"
        className="user-text line-clamp-3 block text-start text-ink no-underline hover:underline"
      >
        {excerpt}
      </Link>
      <div className="mt-1 flex flex-wrap items-center gap-1.5 text-sm text-ink-3">
        <bdi className="me-1 max-w-full truncate">{name ?? 'unknown author'}</bdi>
        {children}
      </div>
    </li>
  )
}
