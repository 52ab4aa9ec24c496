import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft …',
  email: 'E-Mail',
  password: 'Passwort',
  'password.show': 'Eingabe anzeigen',
  forgotten: 'Passwort vergessen? Die Verwaltung kann unter Einstellungen → Personen ein neues setzen.',
  or: 'oder',
  'oidc.go': 'Weiter mit {provider}',
  'oidc.going': 'Einen Moment …',
  'fault.wrong': 'E-Mail und Passwort passen nicht zusammen.',
  'fault.disabled': 'Dieses Konto ist gesperrt. Wenden Sie sich an die Verwaltung Ihrer Redaktion.',
  'fault.oidc_unknown':
    'Niemand hier hat die E-Mail-Adresse dieses Kontos. Bitten Sie die Verwaltung, Sie hinzuzufügen, und melden Sie sich dann erneut an.',
  'fault.oidc_unverified': 'Ihr Anmeldedienst bürgt nicht für die E-Mail-Adresse dieses Kontos; sie kann hier nicht verwendet werden.',
  'fault.oidc_linked':
    'Jemand mit Ihrer E-Mail-Adresse meldet sich bereits mit einem anderen Konto dieses Dienstes an. Wenden Sie sich an die Verwaltung.',
  'fault.oidc_failed': 'Die Anmeldung über Ihren Anmeldedienst hat nicht geklappt. Es wurde nichts geändert; versuchen Sie es noch einmal.',
  'fault.other': 'Die Anmeldung hat nicht geklappt. Es wurde nichts geändert; versuchen Sie es noch einmal.',
  'fault.unreachable': 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  'fault.waitSeconds': {
    one: 'Zu viele Versuche. Versuchen Sie es in {count} Sekunde noch einmal.',
    other: 'Zu viele Versuche. Versuchen Sie es in {count} Sekunden noch einmal.',
  },
  'fault.waitMinutes': {
    one: 'Zu viele Versuche. Versuchen Sie es in {count} Minute noch einmal.',
    other: 'Zu viele Versuche. Versuchen Sie es in {count} Minuten noch einmal.',
  },
  'setup.short': 'Einrichten',
  'setup.title': 'Ihren Arbeitsplatz einrichten',
  'setup.why': 'Damit übernehmen Sie die Verwaltung. Danach ist diese Seite geschlossen.',
  'setup.token': 'Einrichtungsschlüssel',
  'setup.tokenHint': 'Der Server gibt ihn beim Start aus.',
  'setup.tokenWrong': 'Das ist nicht der Einrichtungsschlüssel. Kopieren Sie ihn aus der Ausgabe des Servers.',
  'setup.site': 'Name der Publikation',
  'setup.name': 'Ihr Name',
  'setup.nameHint': 'Kolleginnen und Kollegen sehen ihn bei Ihren Entscheidungen.',
  'setup.passwordHint': 'Mindestens 12 Zeichen. Ein paar Wörter sind leichter zu merken als Sonderzeichen.',
  'setup.go': 'Parley einrichten',
  'setup.going': 'Wird eingerichtet …',
}
