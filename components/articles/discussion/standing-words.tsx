import Link from 'next/link'
import type { StandingWords as Words } from '@/lib/contracts/derailment'
import type { DiscussionVoice } from '../figures'

/** The words of this discussion that others of the site do not have, each a way to the comments that use it. */
export function StandingWords({ t, figures: say, words, articleId }: DiscussionVoice & { words: Words; articleId: string }) {
  if (words.words.length === 0) return <p className="text-sm text-ink-3">{t('words.none')}</p>
  return (
    <>
      <ul className="flex flex-wrap gap-1.5">
        {words.words.map(({ word, here, ratio, search }) => {
          const times = say.decimal(ratio, ratio < 10 ? 1 : 0)
          return (
            <li key={word} className="max-w-full">
              <Link
                href={`/queue?article=${articleId}&queue=newest&q=${encodeURIComponent(search)}`}
                title={t('words.title', { count: here, ratio: times })}
                className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md border border-line bg-panel px-2 text-ink no-underline hover:border-line-field"
              >
                <bdi className="truncate">{word}</bdi>
                <span className="sr-only">{t('words.title', { count: here, ratio: times })}</span>
                <span aria-hidden className="shrink-0 text-xs text-ink-3">
                  {say.count(here)} · {times}×
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <p className="mt-1.5 text-sm text-ink-3">
        {t('words.read', { count: words.readHere })} {t('words.how', { count: words.readElsewhere })}
      </p>
    </>
  )
}
