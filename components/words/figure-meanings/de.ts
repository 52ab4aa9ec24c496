import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  'comments.received': 'Kommentare, die im Zeitraum geschrieben wurden, auch solche, die seither gelöscht wurden.',
  'comments.at_once': 'Davon ohne eine Person öffentlich: Die Regeln haben sie zu keiner Zeit zurückgehalten oder abgelehnt.',
  'comments.held':
    'Davon durch eine Regel für eine Person zurückgehalten: beim Eingang, nach einer Bearbeitung oder unter geschlossenen Antworten.',
  'comments.rejected':
    'Davon beim Eingang durch eine eigene Regel der Redaktion abgelehnt; eine Person kann sie seither freigegeben haben.',
  'comments.gone': 'Davon an der Quelle gelöscht, bevor sie hier eingingen: nie gezeigt.',
  'comments.deleted': 'Davon inzwischen an der Quelle gelöscht, von den Kommentierenden selbst oder von der Website.',
  'decisions.people':
    'Freigaben, Ablehnungen, Markierungen und entfernte Markierungen durch Personen im Zeitraum, die seither nicht zurückgenommen wurden.',
  'decisions.key': 'Dasselbe mit dem Schlüssel des eigenen Systems der Website.',
  'decisions.automation':
    'Entscheidungen der Regeln im Protokoll: Kommentare, die eine eigene Regel der Redaktion ablehnte, und öffentliche, die später zurückgehalten wurden.',
  'decisions.batches': 'Von den Entscheidungen durch Personen jene, die zusammen mit anderen in einem Stapel fielen.',
  'decisions.approved': 'Freigaben durch Personen oder den Schlüssel, die gelten.',
  'decisions.rejected':
    'Geltende Entscheidungen durch Personen oder den Schlüssel, die einen Kommentar ablehnten, auch wenn dabei eine Markierung gesetzt wurde.',
  'decisions.marked': 'Geltende Entscheidungen durch Personen oder den Schlüssel, die eine Markierung setzten, mit oder ohne Ablehnung.',
  'decisions.unmarked': 'Geltende Entscheidungen durch Personen oder den Schlüssel, die eine Markierung entfernten.',
  'decisions.restored':
    'Geltende Entscheidungen, die einen abgelehnten Kommentar wieder öffentlich machten; zurückgenommene Ablehnungen sind unten gezählt.',
  'undone.own':
    'Entscheidungen des Zeitraums, die dieselbe Person seither zurückgenommen hat: eigene Korrekturen. Sie stehen in keiner anderen Kennzahl.',
  'undone.other': 'Entscheidungen des Zeitraums, die eine andere Person seither zurückgenommen hat. Sie stehen in keiner anderen Kennzahl.',
  'rejections.reason': 'Ablehnungen durch Personen oder den Schlüssel, die diesen Grund nennen.',
  'rejections.marked': 'Ablehnungen zusammen mit einer Markierung, die der Grund ist.',
  'detected.reports':
    'Ablehnungen von Kommentaren, die aus der Leserschaft gemeldet und seither nicht entschieden waren, was auch sonst gegen sie sprach.',
  'detected.scores':
    'Von den übrigen Ablehnungen jene mit offenem Vorschlag: Ein Wert schlug eine Markierung vor. Werte beobachteter Wörter gehören dazu.',
  'detected.words': 'Von den übrigen jene, die wegen eines beobachteten Wortes zurückgehalten wurden, ohne Vorschlag.',
  'detected.person': 'Von den übrigen jene, bei denen nichts auf den Kommentar hinwies: Er fiel allein einer Person auf.',
  'detected.unknown':
    'Von den übrigen jene, bei denen es sich nicht sagen lässt: Es war schon zuvor entschieden, oder der Text wurde danach bearbeitet.',
  'marks.kind': 'Markierungen dieser Art, die Personen oder der Schlüssel im Zeitraum setzten und nicht zurücknahmen.',
  'waits.decided':
    'Kommentare, die im Zeitraum geschrieben wurden, nicht gelöscht sind und über die eine Person oder der Schlüssel inzwischen entschieden hat.',
  'waits.median': 'Bei der Hälfte davon fiel die Entscheidung in dieser Zeit nach dem Eingang; es zählt die erste, die gilt.',
  'waits.p90': 'Bei neun von zehn davon fiel die Entscheidung in dieser Zeit nach dem Eingang.',
  'waits.hour': 'Anteil davon, über den in weniger als einer Stunde entschieden wurde.',
  'waits.day': 'Anteil davon, über den in weniger als 24 Stunden entschieden wurde.',
  'reports.received': 'Meldungen aus der Leserschaft, die im Zeitraum abgegeben wurden.',
  'reports.ground': 'Meldungen mit diesem Anlass, wie er angegeben wurde.',
  'reports.acted': 'Meldungen, auf die eine Entscheidung mit Ablehnung oder Markierung des Kommentars antwortete.',
  'reports.kept': 'Meldungen, auf die eine Entscheidung mit Freigabe des Kommentars antwortete.',
  'reports.settled': 'Meldungen zu Kommentaren, die eine Person schon geprüft hatte oder die gelöscht waren: sofort geschlossen.',
  'reports.open': 'Meldungen, auf die bisher keine Entscheidung geantwortet hat.',
  'reports.median': 'Die Hälfte der beantworteten Meldungen war in dieser Zeit beantwortet.',
  'reports.p90': 'Neun von zehn der beantworteten Meldungen waren in dieser Zeit beantwortet.',
  'appeals.received': 'Einsprüche, die im Zeitraum eingingen.',
  'appeals.subject': 'Einsprüche gegen dies.',
  'appeals.granted': 'Davon wurde bisher stattgegeben: Die Entscheidung wurde zurückgenommen.',
  'appeals.upheld': 'Davon sind bisher beantwortet, und die Entscheidung wurde bestätigt.',
  'appeals.lapsed': 'Davon sind hinfällig: Der Kommentar wurde gelöscht oder der abgelehnte Text ersetzt.',
  'appeals.open': 'Davon sind bisher ohne Antwort.',
  'appeals.waiting': 'Einsprüche aus jeder Zeit, die am Ende des Zeitraums ohne Antwort waren; solange er dauert, jetzt.',
  'appeals.median': 'Die Hälfte derer, denen stattgegeben oder bei denen bestätigt wurde, war in dieser Zeit beantwortet.',
  'automation.rejected':
    'Geltende Entscheidungen, durch die eine eigene Regel der Redaktion einen Kommentar ohne eine Person ablehnte. Werte allein lehnen nichts ab.',
  'automation.suggested':
    'Vorschläge dieser Markierung, die offen waren, als eine Person über sie entschied, in geltenden Entscheidungen des Zeitraums.',
  'automation.followed':
    'Anteil davon, bei dem die Person diese Markierung setzte oder den Kommentar ablehnte; mit dem 95-Prozent-Intervall nach Wilson, ab zehn.',
  'automation.on': 'Ob es eingeschaltet ist, wie die Website heute eingerichtet ist, nicht im Zeitraum.',
  'agreement.looks':
    'Vom Zufall gewählte Entscheidungen des Zeitraums, zu denen eine andere Person, ohne sie zu kennen, gesagt hat, wie sie entschieden hätte.',
  'agreement.share': 'Anteil davon, bei dem beide zum Selben kamen; mit dem 95-Prozent-Intervall nach Wilson, ab zehn.',
}
