'use client'

import { useWords } from '../words/words-context'
import { ControlTag } from './comment-text'
import { splitText } from './split-text'

/**
 * What a commenter calls themselves, as text and nothing but text, in its own direction: characters that hide or reorder it are shown as
 * small tags, or two names that differ would read the same. Null for somebody whom the source does not name.
 */
export function VoiceName({ name, className }: { name: string | null; className?: string }) {
  const t = useWords('glossary')
  if (name === null) return <bdi className={className}>{t('unknownAuthor')}</bdi>
  return (
    <bdi className={className}>
      {splitText(name).map((piece, index) =>
        piece.kind === 'text' ? piece.text : <ControlTag key={index} name={piece.name} code={piece.code} />,
      )}
    </bdi>
  )
}
