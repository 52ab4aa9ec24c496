import type { Translated } from '../catalogue'
import type { words as english } from './en'

export const words: Translated<typeof english, 'de'> = {
  subject: 'Über einer Grenze: {title}',
  'subject.rule': 'Regel angehalten: {title}',
  head: '{site}: {title}',
  'measured.rate': 'Gemessen über diese und die vorige Stunde: {value} Kommentare pro Stunde. Die Grenze ist {line}.',
  'measured.uncivil': 'Gemessen über diese und die vorige Stunde: {value} der Kommentare unhöflich. Die Grenze ist {line}.',
  'measured.off_topic': 'Gemessen über diese und die vorige Stunde: {value} der Kommentare am Thema vorbei. Die Grenze ist {line}.',
  'measured.rule':
    'Menschen sahen {value} von dem, was diese Regel entschied, anders. Die Grenze ist {line}. Sie entscheidet nicht mehr: Was passt, wartet auf einen Menschen. Was sie entschieden hat, bleibt, wie es ist.',
  why: 'Diese Adresse wurde unter Einstellungen → Warnungen eingetragen.',
}
