import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  about:
    'Warum hier Kommentare abgelehnt werden. Eigene Gründe stehen nach denen, die jede Redaktion hat, mit Umschalt und einer Ziffer als Taste.',
  builtIn: 'In jeder Redaktion',
  own: 'Eigene',
  none: 'Noch keine: was die Hausregeln so nennen, lässt sich hier hinzufügen.',
  retired: 'Nicht mehr in Gebrauch',
  retiredHint: 'Sie sind nicht mehr wählbar. Entscheidungen und Zahlen behalten sie.',
  addTitle: 'Grund hinzufügen',
  label: 'Grund',
  labelHint:
    'Wie er in der Liste, im Protokoll und im Entscheidungs-Feed steht. Er lässt sich später nicht ändern: Entscheidungen nennen ihn.',
  message: 'Was den Kommentierenden gesagt werden kann',
  messageHint: 'Freiwillig. Die Website bekommt es mit jeder Entscheidung aus diesem Grund.',
  add: 'Hinzufügen',
  added: '„{label}“ hinzugefügt',
  up: '„{label}“ nach oben',
  down: '„{label}“ nach unten',
  change: 'Text von „{label}“ ändern',
  changeHint: 'Was die Website von nun an bekommt, auch zu früheren Entscheidungen, die sie noch einmal liest.',
  retire: 'Zurückziehen',
  retireOne: '„{label}“ zurückziehen',
  restore: 'Wieder nutzen',
  restoreOne: '„{label}“ wieder nutzen',
  notChanged: '„{label}“ wurde nicht geändert',
}
