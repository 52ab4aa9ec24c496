import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  title: 'Suche',
  description: 'Alle Kommentare dieser Website, die neuesten zuerst.',
  decide: 'Über diese entscheiden',
  open: 'In der Warteschlange öffnen',
  makeRule: 'Regel daraus machen',
  nothing: 'Noch ist kein Kommentar angekommen',
  nothingWhy:
    'Gefunden werden sie, sobald die Website sie sendet oder die Verwaltung unter Einstellungen eine gespeicherte Seite einliest.',
  none: 'Kein Kommentar passt dazu',
  hint: 'Wörter werden gesucht, wie sie geschrieben sind; {example} findet alle, die so beginnen. Ein neuer Kommentar ist nach wenigen Sekunden zu finden.',
  found: 'Gefundene Kommentare',
  count: { one: '{total} Kommentar', other: '{total} Kommentare' },
  newest: 'Neueste',
  older: 'Ältere',
  what: 'Wonach gesucht werden kann',
  how: 'Wörter, {phrase} und {without}, die nicht vorkommen dürfen. Dasselbe gilt in der Warteschlange.',
  phrase: '"genaue Wendungen"',
  without: '-Wörter',
}
