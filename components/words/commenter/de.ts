import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  title: 'Kommentierende Person',
  since: 'Zuerst gesehen {day}',
  decided: 'Was entschieden wurde',
  decideAll: 'Über alle offenen entscheiden …',
  everything: 'Alles von {name}, was noch niemand entschieden hat.',
  hold: 'Kommentare zurückhalten',
  holdAsk:
    'Alles, was diese Person ab jetzt schickt, wartet auf eine Entscheidung, auch Bearbeitungen. Was schon hier ist, bleibt, wie es ist.',
  holdNote: 'Notiz für Kolleginnen und Kollegen',
  holdNoteHint: 'Steht auf dieser Seite. Sie darf leer bleiben.',
  held: 'Alles von dieser Person wird seit {day} zurückgehalten, veranlasst von {who}',
  release: 'Nicht mehr zurückhalten',
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
