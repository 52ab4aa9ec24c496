import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  about: 'Wie die Website heißt, was auf einen Menschen wartet und was vorgeschlagen wird.',
  saved: 'Gespeichert. Es gilt für Kommentare, die ab jetzt eintreffen.',
  site: 'Website',
  holding: 'Zurückhalten',
  holdingHint: 'Ein zurückgehaltener Kommentar ist nicht öffentlich, bis ihn jemand freigibt.',
  holdAll: 'Jeden Kommentar zurückhalten',
  holdFirst: 'Den ersten Kommentar von Neuen zurückhalten',
  holdAnyway:
    'Kommentare mit einem gesperrten Wort, von zurückgehaltenen Personen, unter einem zurückgehaltenen oder geschlossenen Artikel oder unter geschlossenen Antworten warten in jedem Fall.',
  suggestions: 'Vorschläge',
  suggestionsHint: 'Ein Vorschlag bringt einen Kommentar in die Warteschlange. Er verbirgt nie einen: Menschen entscheiden.',
  uncivilFrom: '„Unhöflich“ vorschlagen ab',
  uncivilFromHint: 'Ein niedrigerer Wert findet mehr und irrt öfter.',
  offTopicFrom: '„Am Thema vorbei“ vorschlagen ab',
  offTopicFromHint: 'Wie weit vom Artikel entfernt; 1 heißt: nichts gemeinsam.',
  save: 'Änderungen speichern',
  discard: 'Verwerfen',
  reload: 'Neu laden',
  sites: 'Websites dieses Desks',
  sitesHint: 'Jede hat eigene Artikel, Schlüssel, Wörter und Regeln. Personen arbeiten an allen.',
  add: 'Website hinzufügen',
  addHint: 'Sie beginnt mit den üblichen Regeln und der üblichen Wortliste.',
  addSend: 'Hinzufügen',
  here: 'hier gezeigt',
  switch: 'Wechseln',
  switchTo: 'Zu {name} wechseln',
}
