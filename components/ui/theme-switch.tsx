'use client'

import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '../words/words-context'
import { Button } from './button'
import { THEME_KEY } from './theme-script'

type Theme = 'light' | 'dark'

/** The theme on screen; null until the browser has told which it is. */
export function useTheme(): Theme | null {
  return useSyncExternalStore<Theme | null>(subscribe, readTheme, () => null)
}

interface ThemeSwitchProps {
  /** Told what is to be kept: null, where the system has it anyway. */
  onSwitch?: (theme: Theme | null) => void
  className?: string
}

/** One press to the other theme. */
export function ThemeSwitch({ onSwitch, className }: ThemeSwitchProps) {
  const t = useWords('shell')
  const theme = useTheme()
  const words = theme === 'dark' ? t('theme.light') : t('theme.dark')
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={words}
      title={words}
      onClick={() => {
        const kept = switchTheme()
        onSwitch?.(kept)
      }}
      {...(className === undefined ? {} : { className })}
    >
      {theme === 'dark' ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </Button>
  )
}

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Shows the other theme; what the system has anyway means following the system again, and is null. */
export function switchTheme(): Theme | null {
  const other = readTheme() === 'dark' ? 'light' : 'dark'
  const isSystem = matchMedia('(prefers-color-scheme: dark)').matches === (other === 'dark')
  const kept = isSystem ? null : other
  showTheme(kept)
  return kept
}

/** Shows a theme in this browser, until another is chosen; null follows the system. */
export function showTheme(theme: Theme | null): void {
  if (theme === null) delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === null) localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

function subscribe(onChange: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  media.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', onChange)
  }
}
