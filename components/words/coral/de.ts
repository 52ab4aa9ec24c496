import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  about:
    'Eine Coral-Website kann Parley fragen, bevor sie einen Kommentar zeigt: als externe Moderationsphase, mit den beobachteten Wörtern und Regeln dieser Website. Coral behält seine Kommentare; hier wird nichts davon gespeichert.',
  add: 'Coral-Website hinzufügen',
  none: 'Noch keine Coral-Website',
  noneWhy: 'Coral kennzeichnet dann unhöfliche Kommentare und hält solche mit gesperrten Wörtern zurück, nach Ihren Regeln.',
  list: 'Coral-Websites',
  notAsked: 'Hat noch nicht gefragt',
  asked: 'Zuletzt gefragt {time}',
  urlOf: 'Callback-URL von {name}',
  removeOne: '{name} entfernen',
  addHint:
    'Fügen Sie in Coral eine Moderationsphase mit einer vorläufigen Callback-URL hinzu und kopieren Sie deren Signaturgeheimnis hierher. Sie erhalten dann die Callback-URL, die dort einzutragen ist.',
  nameExample: 'Kommentare des Kuriers',
  secret: 'Signaturgeheimnis',
  secretHint: 'Aus Coral. Anfragen ohne seine Signatur werden abgewiesen.',
  addSend: 'Website hinzufügen',
  removeTitle: '{name} entfernen?',
  removeHint:
    'Ihre Adresse antwortet nicht mehr. Coral arbeitet dann ohne diese Phase weiter: Kommentare erscheinen nach seinen eigenen Regeln.',
  removeSend: 'Website entfernen',
}
