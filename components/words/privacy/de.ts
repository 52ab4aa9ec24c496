import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  title: 'Personenbezogene Daten',
  why: 'Wenn jemand wissen will, was hier gespeichert ist, oder die Löschung verlangt.',
  giveOut: 'Daten herunterladen',
  giveOutHint: 'Alles als JSON, ohne die Namen derer, die moderiert oder gemeldet haben.',
  withNotes: 'Mit internen Notizen und den Worten der Meldenden',
  erase: 'Diese Person löschen …',
  ask: '{name} löschen?',
  askWhy: 'Name, Kennung und alle Texte verschwinden, hier und für alle. Das lässt sich nicht zurücknehmen.',
  comments: {
    one: '{count} Kommentar: sein Text und was in Worten darüber gesagt wurde',
    other: '{count} Kommentare: ihre Texte und was in Worten darüber gesagt wurde',
  },
  earlierTexts: { one: '{count} früherer Text', other: '{count} frühere Texte' },
  appeals: { one: 'Die Worte aus {count} Einspruch', other: 'Die Worte aus {count} Einsprüchen' },
  reportsMade: {
    one: 'Von wem {count} Meldung kam und was darin stand',
    other: 'Von wem {count} Meldungen kamen und was darin stand',
  },
  notes: { one: '{count} interne Notiz', other: '{count} interne Notizen' },
  stays:
    'Dass es Kommentare gab, bleibt, ebenso was wann entschieden wurde: Gesprächsverläufe, Zahlen und Protokoll behalten ihre Form. Ihr CMS erfährt, dass sie entfernt sind.',
  views: {
    one: 'Der Name steht in {count} gespeicherten Ansicht. Das ändern Sie selbst.',
    other: 'Der Name steht in {count} gespeicherten Ansichten. Das ändern Sie selbst.',
  },
  type: 'Zur Bestätigung den Namen eingeben',
  typed: 'Das ist nicht der Name.',
  go: 'Endgültig löschen',
  erasing: 'Wird gelöscht',
  progress: '{done} von {total} Kommentaren sind gelöscht. Es geht weiter, auch wenn Sie gehen.',
  done: 'Die Person ist gelöscht.',
  doneWhy: 'Nichts sagt hier mehr, wer es war.',
  toQueue: 'Zur Warteschlange',
  keep: 'Behalten',
}
