import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  title: 'Verfasser',
  since: 'Zuerst gesehen {day}',
  decideAll: 'Über alle offenen entscheiden …',
  everything: 'Alles von {name}, was noch niemand entschieden hat.',
  latest: 'Neueste Kommentare',
  none: 'Von dieser Person ist nichts hier',
  notesNone: 'Niemand hat etwas notiert. Notizen sind für Kolleginnen und Kollegen; Kommentierende sehen sie nie.',
  addNote: 'Notiz hinzufügen',
  months: 'Nach Monaten',
  'series.plain': 'Weder markiert noch abgelehnt',
  'series.marked': 'Markiert',
  'series.rejected': 'Abgelehnt',
  chart: {
    one: 'Balken der Kommentare je Monat, {count} im letzten Jahr. Die Zahlen stehen in der Tabelle darunter.',
    other: 'Balken der Kommentare je Monat, {count} im letzten Jahr. Die Zahlen stehen in der Tabelle darunter.',
  },
  caption: 'Kommentare je Monat',
  month: 'Monat',
  all: 'Alle',
}
