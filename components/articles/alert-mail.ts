import type { AlertMail } from '@/lib/contracts/alert'
import { makeTranslate } from '../words/catalogue'
import { makeFormats } from '../words/formats'
import { ROOMS, type Words } from '../words/rooms'

/** What a mail about an alert says, as plain text in its reader's language. */
export async function writeAlertMail({ language, siteName, measure, value, line, address, ...alert }: AlertMail): Promise<{
  subject: string
  text: string
}> {
  const { words } = await ROOMS['alert-mail'][language]()
  const t: Words<'alert-mail'> = makeTranslate(language, words)
  const formats = makeFormats(language)
  const write = (figure: number) => (measure === 'rate' ? formats.number(Math.round(figure)) : formats.percent(figure))
  // A heading is one line, whatever the title brings along.
  const title = alert.title.replaceAll(/\s+/gu, ' ')
  const measured = t(`measured.${measure}`, { value: write(value), line: write(line) })
  return {
    subject: t(measure === 'rule' ? 'subject.rule' : 'subject', { title }),
    text: `${[t('head', { site: siteName, title }), measured, address, t('why')].join('\n\n')}\n`,
  }
}
