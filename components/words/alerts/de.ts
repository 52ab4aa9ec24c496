import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  bell: { one: 'Warnungen: {count} Diskussion über einer Grenze', other: 'Warnungen: {count} Diskussionen über einer Grenze' },
  'bell.none': 'Warnungen: keine Diskussion über einer Grenze',
  'list.open': 'Zurzeit über einer Grenze',
  'list.past': 'Wieder darunter',
  'list.none': 'Keine Diskussion ist über einer Grenze.',
  'list.set': 'Grenzen festlegen',
  'is.rate': '{value} Kommentare pro Stunde; die Grenze ist {line}',
  'is.uncivil': '{value} unhöflich; die Grenze ist {line}',
  'is.off_topic': '{value} am Thema vorbei; die Grenze ist {line}',
  stale: 'Die Verbindung zum Server ist unterbrochen: Die Zahlen können veraltet sein.',
  about:
    'Überschreitet die Diskussion eines Artikels eine dieser Grenzen, erfahren es alle: an der Glocke, beim Artikel, im Entscheidungs-Feed und über Webhooks.',
  lines: 'Grenzen',
  'lines.hint':
    'Gemessen über diese und die vorige Stunde, alle 15 Sekunden. Eine Warnung kommt einmal und endet, wenn die Diskussion unter vier Fünfteln der Grenze liegt.',
  'rate.on': 'Viele Kommentare',
  'rate.label': 'Kommentare pro Stunde',
  'uncivil.on': 'Unhöflicher Ton',
  'uncivil.label': 'Unhöflich, in Prozent der Kommentare',
  'off_topic.on': 'Am Artikel vorbei',
  'off_topic.label': 'Am Thema vorbei, in Prozent der Kommentare',
  'share.hint': 'Gezählt werden markierte Kommentare und Vorschläge, über die noch niemand entschieden hat.',
  'least.label': 'Mindestzahl an Kommentaren',
  'least.hint': 'Ein Anteil an weniger Kommentaren löst keine Warnung aus.',
  wrong: 'Eine ganze Zahl von {from} bis {to}.',
  save: 'Grenzen speichern',
  saving: 'Wird gespeichert…',
  saved: 'Gespeichert. Ab der nächsten Messung gelten diese Grenzen.',
  reload: 'Neu laden',
}
