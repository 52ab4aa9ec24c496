import type { Preferences } from '@/lib/domain/preferences'
import { CommandPalette, type PaletteCommand } from '../command/command-palette'
import { HelpDialog } from '../command/help-dialog'
import { laterDialog } from '../../ui/later'
import type { Viewer } from '../viewer'
import { useDeskSearch } from './use-desk-search'

/** No key leads to it: its code comes when it is opened. */
const PreferencesDialog = laterDialog(() => import('./preferences-dialog').then((module) => module.PreferencesDialog))

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

/** The dialogs of the frame: those that a key opens are fetched as one, so that what they share comes once. */
export function FrameDialog({ open, viewer, preferences, listCommands, onPreferences, onClose }: FrameDialogProps) {
  switch (open) {
    case 'help':
      return <HelpDialog viewer={viewer} onClose={onClose} />
    case 'palette':
      return <SearchingPalette commands={listCommands()} onClose={onClose} />
    case 'preferences':
      return <PreferencesDialog preferences={preferences} onSaved={onPreferences} onClose={onClose} />
  }
}

/** Knows the search only while it is open: with every comment the address changes. */
function SearchingPalette(props: { commands: PaletteCommand[]; onClose: () => void }) {
  const { searchFor } = useDeskSearch()
  return <CommandPalette {...props} onSearch={searchFor} />
}
