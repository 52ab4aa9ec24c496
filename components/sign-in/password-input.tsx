'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'

/** A password field whose text can be shown, for long passwords and small keyboards. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const t = useWords('entry')
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input {...props} type={isShown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" className="h-11! pe-11" />
      <button
        type="button"
        aria-label={t('password.show')}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-1 end-1 grid w-9 place-items-center pointer-coarse:inset-y-0 pointer-coarse:end-0 pointer-coarse:w-11 rounded-md text-ink-3 hover:bg-sunk hover:text-ink"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  )
}
