'use client'

import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '../words/words-context'
import { Button } from './button'
import { THEME_KEY } from './theme-script'

type Theme = 'light' | 'dark'

/** The theme on screen, and a way to the other one. Null until the browser has told which it is. */
export function useTheme(): { theme: Theme | null; switchTheme: () => void } {
  const theme = useSyncExternalStore<Theme | null>(subscribe, readTheme, () => null)
  return { theme, switchTheme: () => chooseTheme(theme === 'dark' ? 'light' : 'dark') }
}

/** One press to the other theme. */
export function ThemeSwitch({ className }: { className?: string }) {
  const t = useWords('shell')
  const { theme, switchTheme } = useTheme()
  const words = theme === 'dark' ? t('theme.light') : t('theme.dark')
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={words}
      title={words}
      onClick={switchTheme}
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

/** Choosing what the system has anyway means following the system again. */
function chooseTheme(theme: Theme): void {
  const isSystem = matchMedia('(prefers-color-scheme: dark)').matches === (theme === 'dark')
  if (isSystem) delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (isSystem) localStorage.removeItem(THEME_KEY)
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
