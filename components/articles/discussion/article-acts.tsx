'use client'

import { ChevronDown, LifeBuoy, Pause, Play, Timer, XCircle } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ArticleActAnswer, ArticleActInput } from '@/lib/contracts/article-act'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { ArticleOption } from '@/lib/domain/article-acts'
import { sendDesk } from '../../moderation/desk-api'
import { wordError } from '../../moderation/failure-words'
import { Button } from '../../ui/button'
import { DropdownItem, DropdownMenu } from '../../ui/dropdown-menu'
import { laterDialog } from '../../ui/later'
import type { AskedAct } from './article-act-dialog'
import { useWords } from '../../words/words-context'
import { toast } from '../../ui/toast'

const ArticleActDialog = laterDialog(() => import('./article-act-dialog').then((module) => module.ArticleActDialog))

const ICONS: Record<ArticleOption, typeof Pause> = {
  hold_article: Pause,
  close_article: XCircle,
  reopen_article: Play,
  slow_article: Timer,
  ask_help: LifeBuoy,
  end_help: LifeBuoy,
}

/** Those that stand as buttons of their own; the others are in a menu beside them. */
const FIRST: readonly ArticleOption[] = ['ask_help', 'end_help', 'hold_article', 'reopen_article']
/** Those that ask something first. */
const ASKING: readonly ArticleOption[] = ['ask_help', 'slow_article', 'close_article'] satisfies AskedAct[]
const isAsking = (option: ArticleOption): option is AskedAct => ASKING.includes(option)

/** What the reader may do with the discussion as a whole, each act taken on the version on screen and undoable from its toast. */
export function ArticleActs({ article }: { article: ArticlePage['article'] }) {
  const t = useWords('article')
  const [asked, setAsked] = useState<AskedAct | null>(null)
  const { isWaiting, take } = useArticleActs(article)

  async function choose(option: ArticleOption): Promise<void> {
    if (isWaiting) return
    if (isAsking(option)) return setAsked(option)
    const refusal = await take({ kind: option })
    if (refusal !== null) toast.error(t('act.failed'), { description: refusal })
  }

  const shown = article.allowed.filter((option) => FIRST.includes(option))
  const others = article.allowed.filter((option) => !FIRST.includes(option))
  return (
    <>
      {shown.map((option) => {
        const Icon = ICONS[option]
        return (
          <Button key={option} aria-disabled={isWaiting} onClick={() => void choose(option)}>
            <Icon aria-hidden /> {t(`act.${option}`)}
          </Button>
        )
      })}
      {others.length > 0 && (
        <DropdownMenu
          trigger={
            <Button aria-disabled={isWaiting}>
              {t('act.more')} <ChevronDown aria-hidden />
            </Button>
          }
        >
          {others.map((option) => {
            const Icon = ICONS[option]
            return (
              <DropdownItem key={option} onSelect={() => void choose(option)}>
                <Icon aria-hidden /> {t(`act.${option}`)}
                {isAsking(option) && '…'}
              </DropdownItem>
            )
          })}
        </DropdownMenu>
      )}
      {asked !== null && <ArticleActDialog asked={asked} slowSeconds={article.slowSeconds} onTake={take} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Takes acts, one at a time. `take` answers why one was refused, or null. */
function useArticleActs(article: ArticlePage['article']) {
  const t = useWords('article')
  const shell = useWords('shell')
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()

  async function take(act: ArticleActInput['act'], note?: string): Promise<string | null> {
    setBusy(true)
    try {
      const answer = await sendDesk<ArticleActAnswer>('POST', `articles/${article.id}/acts`, {
        version: article.version,
        act,
        ...(note === undefined || note.trim() === '' ? {} : { note }),
      })
      toast(t(`done.${act.kind}`), { duration: 10_000, action: { label: t('undo'), onClick: () => void undo(answer.decisionId) } })
      startRefresh(() => router.refresh())
      return null
    } catch (error) {
      startRefresh(() => router.refresh())
      return wordError(shell, error)
    } finally {
      setBusy(false)
    }
  }
  async function undo(decisionId: string): Promise<void> {
    try {
      await sendDesk('POST', `decisions/${decisionId}/undo`, {})
      toast(t('undone'))
    } catch (error) {
      toast.error(t('undo.failed'), { description: wordError(shell, error) })
    }
    startRefresh(() => router.refresh())
  }
  return { isWaiting: isBusy || isRefreshing, take }
}
