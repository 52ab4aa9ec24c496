import { MissingPage } from '@/components/moderation/frame/missing-page'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

/** Within the desk's frame, whose main this is. */
export default async function NotFound() {
  return <MissingPage t={await readWords(await findPageLanguage(), 'shell')} />
}
