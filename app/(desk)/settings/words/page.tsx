import type { Metadata } from 'next'
import { AddWordForm } from '@/components/settings/add-word-form'
import { Section } from '@/components/settings/section'
import { WordList } from '@/components/settings/word-list'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { listWatchedWords } from '@/lib/services/watched-word/list'
import { SettingsPage, titleOf } from '../settings-page'

export const generateMetadata = (): Promise<Metadata> => titleOf('words')

export default async function WatchedWordsPage() {
  const t = await readWords(await findPageLanguage(), 'watched')
  return (
    <SettingsPage place="words" room="watched" description={t('about')}>
      {async (ctx) => (
        <div className="flex flex-col gap-6">
          <Section title={t('addTitle')}>
            <AddWordForm />
          </Section>
          <WordList words={await listWatchedWords(ctx)} />
        </div>
      )}
    </SettingsPage>
  )
}
