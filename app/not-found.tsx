import { MissingPage } from '@/components/moderation/frame/missing-page'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

export default async function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <MissingPage t={await readWords(await findPageLanguage(), 'shell')} />
    </main>
  )
}
