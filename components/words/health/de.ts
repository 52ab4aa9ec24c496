import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  about: 'Ob alles, was im Hintergrund geschieht, auch geschieht.',
  work: 'Im Hintergrund',
  workWhy: 'All das läuft von selbst. Was gescheitert ist, wird nicht von selbst noch einmal versucht.',
  'work.words': 'Texte für die Suche erfassen',
  'work.readings': 'Gründliches Lesen durch die Bewertung',
  'work.scorers': 'Externe Bewertungsdienste',
  'work.webhooks': 'Webhook-Zustellungen',
  'work.imports': 'Importe',
  idle: 'nichts wartet',
  waiting: '{count} warten',
  since: 'das Älteste seit {time}',
  failed: '{count} gescheitert',
  figures: 'Zahlen der Diskussionen',
  'figures.none': 'Noch nicht nachgezählt.',
  'figures.right': 'Bei allen {count} nachgezählten Artikeln richtig.',
  'figures.wrong': 'Bei {wrong} von {count} nachgezählten Artikeln falsch.',
  'figures.last': 'Zuletzt nachgezählt: {time}',
  database: 'Datenbank',
  'database.is': 'PostgreSQL {version}, {size}',
}
