import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  description: 'Das Pult, an dem eine Redaktion ihre Kommentare lesenswert hält',
  skip: 'Zum Inhalt springen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  retry: 'Noch einmal versuchen',
  'callout.info': 'Hinweis',
  'callout.success': 'Erledigt',
  'callout.warning': 'Achtung',
  'callout.error': 'Problem',
  'theme.light': 'Zu hellen Farben wechseln',
  'theme.dark': 'Zu dunklen Farben wechseln',
  toasts: 'Mitteilungen',
  'fault.title': 'Diese Seite konnte nicht aufgebaut werden',
  'fault.kept':
    'Alles, was Sie bisher entschieden haben, ist gespeichert. Tritt es noch einmal auf, sagen Sie es denen, die Parley betreiben.',
  'fault.number':
    'Alles, was Sie bisher entschieden haben, ist gespeichert. Tritt es noch einmal auf, nennen Sie denen, die Parley betreiben, diese Nummer: {number}',
  'missing.title': 'Unter dieser Adresse gibt es nichts',
  'missing.why': 'Sie wurde vielleicht verschoben oder gelöscht oder gehört zu einer anderen Website.',
  'missing.next': 'Zur Warteschlange',
}
