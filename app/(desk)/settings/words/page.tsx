import type { Metadata } from 'next'
import { AddWordForm } from '@/components/settings/add-word-form'
import { Section } from '@/components/settings/section'
import { WordList } from '@/components/settings/word-list'
import { listWatchedWords } from '@/lib/services/watched-word/list'
import { SettingsPage } from '../settings-page'

export const metadata: Metadata = { title: 'Watched words' }

export default function WatchedWordsPage() {
  return (
    <SettingsPage
      title="Watched words"
      description="A comment that contains one is suggested for review, or held. Changes count for comments to come."
    >
      {async (ctx) => (
        <div className="flex flex-col gap-6">
          <Section title="Add a word">
            <AddWordForm />
          </Section>
          <WordList words={await listWatchedWords(ctx)} />
        </div>
      )}
    </SettingsPage>
  )
}
