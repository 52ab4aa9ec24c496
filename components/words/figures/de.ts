import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  'share.some': '< {percent}',
  'share.most': '> {percent}',
  comments: { one: '{count} Kommentar', other: '{count} Kommentare' },
  'measure.comments': 'Kommentare',
  'measure.articles': 'Artikel',
  'measure.replies': 'Antworten',
  'measure.waiting': 'Wartend',
  'measure.off_topic': 'Am Thema vorbei',
  'measure.uncivil': 'Unhöflich',
  'measure.civility': 'Umgangston',
  'measure.rejected': 'Abgelehnt',
  'measure.voices': 'Stimmen',
  'measure.median_wait': 'Wartezeit (Median)',
  'measure.p90_wait': '9 von 10 binnen',
  'why.noComments': 'Noch keine Kommentare',
  'why.notJudged': 'Hier hat noch niemand einen Kommentar geprüft oder markiert',
  'why.notDecided': 'Hier hat noch niemand über einen Kommentar entschieden',
  'why.noAuthors': 'Die Quelle nennt nicht, wer kommentiert hat',
  'why.notScored': 'Hier wurde nichts bewertet',
  'queue.open': 'In der Warteschlange öffnen',
  'export.open': 'Export',
  'export.files': 'Dateien',
  'export.copy': 'Link zu dieser Ansicht kopieren',
  'export.copied': 'Die Adresse dieser Ansicht liegt in der Zwischenablage',
  'export.refused': 'Der Browser hat es nicht erlaubt',
  'export.print': 'Drucken oder als PDF sichern',
  'loading.articles': 'Die Artikel werden geladen',
  'loading.figures': 'Die Zahlen werden geladen',
  'failed.title': 'Die Zahlen konnten nicht gelesen werden',
  'failed.again': 'Noch einmal versuchen',
  'failed.safe':
    'Kommentare und Entscheidungen sind sicher: Diese Seite liest nur. Tritt es noch einmal auf, sagen Sie es denen, die Parley betreiben.',
  'failed.number':
    'Kommentare und Entscheidungen sind sicher: Diese Seite liest nur. Tritt es noch einmal auf, nennen Sie denen, die Parley betreiben, diese Nummer: {number}',
}
