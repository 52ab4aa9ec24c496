import type { PlacedMark } from '@/lib/domain/drift/place'
import type { Words } from '../../words/rooms'
import type { Figures } from '../figures'

/** What the map speaks with. */
export interface DriftVoice {
  t: Words<'discussion'>
  glossary: Words<'glossary'>
  figures: Figures
}

/** A mark in words, for the line above the map and for screen readers. */
export function describeMark({ t, glossary, figures }: DriftVoice, mark: PlacedMark, name: string | null, at: string): string {
  if (mark.comments === 1 && mark.commentId !== '')
    return t('drift.mark', { name: name ?? glossary('unknownAuthor'), at, tone: t(`tone.${mark.tone}`) })
  const comments = figures.t('comments', { count: mark.comments })
  const parts = describeStray(t, figures, mark)
  return parts === '' ? t('drift.fold', { comments, at }) : t('drift.foldParts', { comments, at, parts })
}

/** How many of them strayed and how many heated up; empty when none did. */
export function describeStray(
  t: Words<'discussion'>,
  figures: Figures,
  { offTopic, uncivil }: { offTopic: number; uncivil: number },
): string {
  const parts = [offTopic > 0 && t('some.offTopic', { number: offTopic }), uncivil > 0 && t('some.uncivil', { number: uncivil })]
  return figures.list(parts.filter((part) => part !== false))
}
