import type { Look } from '@/lib/contracts/second-look'
import { CommentText } from '../moderation/comment-text'
import { TextCover } from '../moderation/harsh-cover'
import { useWords } from '../words/words-context'

/** The comment, large, below what it replies to. */
export function LookText({ look }: { look: Look }) {
  const t = useWords('second-look')
  const glossary = useWords('glossary')
  return (
    <article aria-live="polite">
      {look.ancestors.length > 0 && (
        <section aria-label={t('above')} className="mb-5 flex flex-col gap-3 text-ink-2">
          {look.ancestors.map(({ voice, text, isHarsh }, index) => (
            <div key={index} className="border-s-2 border-line-strong ps-3">
              <p className="text-sm font-[580]">{voice === null ? glossary('unknownAuthor') : t('voice', { letter: voice })}</p>
              {text === null ? (
                <p className="text-ink-3">{t('gone')}</p>
              ) : (
                <TextCover id={`${look.id} ${index}`} isHarsh={isHarsh}>
                  <CommentText text={text} lines={14} className="mt-0.5" />
                </TextCover>
              )}
            </div>
          ))}
        </section>
      )}
      <h2 className="text-lg font-[620]">{t('voice', { letter: 'A' })}</h2>
      <TextCover id={look.id} isHarsh={look.isHarsh}>
        <CommentText text={look.text} className="mt-2 text-[1.1875rem] leading-[1.6]" />
      </TextCover>
    </article>
  )
}

/** What the talk is about. */
export function LookArticle({ look: { article } }: { look: Look }) {
  const t = useWords('second-look')
  return (
    <section aria-label={t('article')} className="min-w-0 text-sm text-ink-2">
      {article.section !== null && (
        <p className="text-ink-3">
          <bdi>{article.section}</bdi>
        </p>
      )}
      <p className="text-base font-[600] text-ink">
        <bdi>{article.title}</bdi>
      </p>
      {article.standfirst !== null && article.standfirst !== '' && <CommentText text={article.standfirst} className="mt-1" />}
      {article.body !== '' && (
        <details className="mt-2">
          <summary className="min-h-6 w-fit cursor-pointer text-accent pointer-coarse:min-h-11">{t('whole')}</summary>
          <CommentText text={article.body} className="mt-1 rounded-md bg-sunk px-3 py-2" />
        </details>
      )}
    </section>
  )
}
