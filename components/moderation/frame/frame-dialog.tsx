import { useRouter } from 'next/navigation'
import type { Preferences } from '@/lib/domain/preferences'
import { CommandPalette, type PaletteCommand } from '../command/command-palette'
import { useWords } from '../../words/words-context'
import { HelpDialog } from '../command/help-dialog'
import type { Viewer } from '../viewer'
import { PreferencesDialog } from './preferences-dialog'
import { useDeskSearch } from './use-desk-search'

/** What is open over every page of the desk. */
export type OpenInFrame = 'help' | 'palette' | 'preferences'

interface FrameDialogProps {
  open: OpenInFrame
  viewer: Viewer
  preferences: Preferences
  listCommands: () => PaletteCommand[]
  onPreferences: (preferences: Preferences) => void
  onClose: () => void
}

/** The dialogs of the frame: fetched as one, so that what they share comes once. */
export function FrameDialog({ open, viewer, preferences, listCommands, onPreferences, onClose }: FrameDialogProps) {
  switch (open) {
    case 'help':
      return <HelpDialog viewer={viewer} onClose={onClose} />
    case 'palette':
      return <SearchingPalette commands={listCommands()} canDecide={viewer.role !== 'editor'} onClose={onClose} />
    case 'preferences':
      return <PreferencesDialog preferences={preferences} onSaved={onPreferences} onClose={onClose} />
  }
}

/** Knows the search only while it is open: with every comment the address changes. */
function SearchingPalette({ commands, canDecide, ...rest }: { commands: PaletteCommand[]; canDecide: boolean; onClose: () => void }) {
  const t = useWords('desk')
  const router = useRouter()
  const { searchFor } = useDeskSearch()
  // It has no place in the header's row; its icon there comes when it has something to say.
  const looks: PaletteCommand = { group: 'places', name: t('place.second-looks'), run: () => router.push('/second-looks') }
  return <CommandPalette {...rest} commands={canDecide ? [...commands, looks] : commands} onSearch={searchFor} />
}
