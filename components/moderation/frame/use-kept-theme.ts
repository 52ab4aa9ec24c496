import type { Theme } from '@/lib/domain/preferences'
import { sendDesk } from '../desk-api'
import { usePreferences } from './preferences-context'

/** Keeps a theme with what else this person prefers. Where that fails, this browser has it all the same. */
export function useKeptTheme(): (theme: Theme | null) => void {
  const { preferences, setPreferences } = usePreferences()
  return (theme) => {
    const next = { ...preferences, theme }
    setPreferences(next)
    void sendDesk('PUT', 'preferences', next).catch(() => undefined)
  }
}
