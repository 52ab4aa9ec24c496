import Link from 'next/link'
import type { StandingWords as Words } from '@/lib/contracts/derailment'
import { formatCount } from './figure-words'

/** The words of this discussion that others of the site do not have, each a way to the comments that use it. */
export function StandingWords({ words, articleId }: { words: Words; articleId: string }) {
  if (words.words.length === 0) return <p className="text-sm text-ink-3">Nothing stands out: too few comments, here or elsewhere.</p>
  return (
    <>
      <ul className="flex flex-wrap gap-1.5">
        {words.words.map(({ word, here, ratio }) => (
          <li key={word} className="max-w-full">
            <Link
              href={`/queue?article=${articleId}&queue=newest&q=${encodeURIComponent(word)}`}
              title={`In ${here} comments here, ${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} times as often as elsewhere`}
              className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md border border-line bg-panel px-2 text-ink no-underline hover:border-line-field"
            >
              <bdi className="truncate">{word}</bdi>
              <span className="shrink-0 text-xs text-ink-3">
                {formatCount(here)}
                <span className="sr-only"> comments,</span> · {ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}×
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-sm text-ink-3">
        Number of comments, and how many times as often as in {formatCount(words.readElsewhere)} comments under other articles.
      </p>
    </>
  )
}
