import { MissingPage } from '@/components/moderation/frame/missing-page'
import { Wordmark } from '@/components/ui/wordmark'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'

export default async function NotFound() {
  return (
    <main className="grid min-h-dvh content-center">
      <Wordmark />
      <MissingPage t={await readWords(await findPageLanguage(), 'shell')} />
    </main>
  )
}
