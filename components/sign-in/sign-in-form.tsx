'use client'

import { useRef, useState, type SyntheticEvent } from 'react'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { useWords } from '../words/words-context'
import { signInWithPassword, startOidc } from './auth-requests'
import { EmailField } from './email-field'
import { wordSignInFault } from './fault-words'
import { PasswordInput } from './password-input'
import { readField } from './read-field'
import { useHydrated } from './use-hydrated'

interface SignInFormProps {
  /** A path of this desk. */
  next: string
  /** What the identity provider is called; null when there is none. */
  oidcName: string | null
  /** The code of why the last attempt failed, when it was made somewhere else than in this form. */
  fault: string | null
}

export function SignInForm({ next, oidcName, fault: givenFault }: SignInFormProps) {
  const t = useWords('entry')
  const [fault, setFault] = useState(givenFault)
  const [busy, setBusy] = useState<'password' | 'oidc' | null>(null)
  const isReady = useHydrated() && busy === null
  const password = useRef<HTMLInputElement>(null)

  async function submit(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setBusy('password')
    setFault(null)
    const refusal = await signInWithPassword(readField(fields, 'email'), readField(fields, 'password'))
    if (refusal === null) return window.location.assign(next)
    setFault(refusal)
    setBusy(null)
    password.current?.focus()
    password.current?.select()
  }

  async function goToProvider(): Promise<void> {
    setBusy('oidc')
    setFault(null)
    const start = await startOidc(next)
    if ('address' in start) return window.location.assign(start.address)
    setFault(start.fault)
    setBusy(null)
  }

  return (
    <div className="flex flex-col gap-4">
      {fault !== null && (
        <div id="fault">
          <Callout tone="error">{wordSignInFault(t, fault)}</Callout>
        </div>
      )}
      <form method="post" className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <EmailField autoFocus />
        <Field label={t('password')}>
          {(control) => (
            <PasswordInput
              {...control}
              aria-describedby={fault === null ? undefined : 'fault'}
              ref={password}
              name="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Button look="solid" size="lg" type="submit" className="mt-1 w-full" disabled={!isReady} aria-busy={busy === 'password'}>
          {busy === 'password' ? t('signingIn') : t('signIn')}
        </Button>
      </form>
      {oidcName !== null && <ProviderButton name={oidcName} isReady={isReady} isGoing={busy === 'oidc'} onGo={() => void goToProvider()} />}
      <p className="text-sm text-pretty text-ink-3">{t('forgotten')}</p>
    </div>
  )
}

interface ProviderButtonProps {
  name: string
  isReady: boolean
  isGoing: boolean
  onGo: () => void
}

/** The other way in: the identity provider's. */
function ProviderButton({ name, isReady, isGoing, onGo }: ProviderButtonProps) {
  const t = useWords('entry')
  return (
    <>
      <div className="flex items-center gap-3 text-sm text-ink-3">
        <span aria-hidden className="h-px flex-1 bg-line" />
        {t('or')}
        <span aria-hidden className="h-px flex-1 bg-line" />
      </div>
      <Button size="lg" className="w-full" disabled={!isReady} aria-busy={isGoing} onClick={onGo}>
        {isGoing ? t('oidc.going') : t('oidc.go', { provider: name })}
      </Button>
    </>
  )
}
