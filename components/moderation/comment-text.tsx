'use client'

import { Fragment } from 'react'
import { useFormats, useWords } from '../words/words-context'
import { joinClasses } from '../ui/class-names'
import { ownWords } from './own-words'
import { splitText, type TextPiece, type TextSpan } from './split-text'

interface CommentTextProps {
  text: string
  /** Stretches to highlight, as offsets into the text. */
  spans?: readonly TextSpan[]
  /** What the highlight means, for those who do not see the colour. */
  spanWord?: string
  tone?: 'rose' | 'amber'
  /**
   * How many lines to show at most; without it, all. In one, what the text begins by quoting is left out, and no span is shown; in few,
   * no line is spent on being empty.
   */
  lines?: 1 | 2 | 3 | 4 | 14
  className?: string
}

const LINES = { 1: 'line-clamp-1', 2: 'line-clamp-2', 3: 'line-clamp-3', 4: 'line-clamp-4', 14: 'line-clamp-14' } as const
/** The line break that ends a line, and the empty lines after it. In a row that is selected, which shows more lines, they are there. */
const GAP = /(\n)([^\S\n]*(?:\n[^\S\n]*)+)/
const HIDDEN_GAP = 'hidden group-aria-selected/row:inline'

const MARKS = { rose: 'bg-highlight-rose', amber: 'bg-highlight-amber' } as const

/**
 * What somebody outside wrote, as text and nothing but text: React text nodes, the writing direction found from the
 * text itself, characters that hide or reorder it shown as small tags.
 */
export function CommentText({ text, spans, spanWord, tone = 'rose', lines, className }: CommentTextProps) {
  const t = useWords('glossary')
  const formats = useFormats()
  const nameWeight = (weight: number) =>
    t('text.weight', { word: spanWord ?? t('text.marked'), weight: formats.number(weight, { maximumFractionDigits: 2 }) })
  if (text === '') return <em className={joinClasses('block text-ink-3', className)}>{t('text.none')}</em>
  return (
    <span dir="auto" className={joinClasses('user-text text-start', lines === undefined ? 'block' : LINES[lines], className)}>
      {(lines === 1 ? splitText(ownWords(text)) : splitText(text, spans)).map((piece, index) => (
        <Fragment key={index}>{drawPiece(piece, tone, nameWeight, lines !== undefined && lines < 14)}</Fragment>
      ))}
    </span>
  )
}

function drawPiece(piece: TextPiece, tone: 'rose' | 'amber', nameWeight: (weight: number) => string, isShort: boolean) {
  if (piece.kind === 'control') return <ControlTag name={piece.name} code={piece.code} />
  const text = isShort ? hideGaps(piece.text) : piece.text
  if (piece.weight === 0) return text
  return (
    <mark title={nameWeight(piece.weight)} className={joinClasses('rounded-[3px] px-px text-inherit', MARKS[tone])}>
      {text}
    </mark>
  )
}

/** The text without its empty lines: the last line of few would else be an ellipsis alone. */
function hideGaps(text: string) {
  const parts = text.split(GAP)
  if (parts.length === 1) return text
  // Of each three parts the third is a gap.
  return parts.map((part, index) =>
    index % 3 === 2 ? (
      <span key={index} className={HIDDEN_GAP}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}

/** A hidden character made visible. Isolated, so that it does not take part in the text's own direction. */
export function ControlTag({ name, code }: { name: string; code: string }) {
  const t = useWords('glossary')
  return (
    <bdi
      dir="ltr"
      data-control={code}
      title={t('text.hidden', { code })}
      className="mx-px inline-block rounded-[3px] border border-dashed border-amber px-0.5 align-[1px] font-mono text-[0.65rem] leading-[1.25] whitespace-nowrap text-amber"
    >
      {name}
    </bdi>
  )
}
