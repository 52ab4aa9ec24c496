'use client'

import { useRef, useState, type SyntheticEvent } from 'react'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { postSetup, signInWithPassword } from './auth-requests'
import { EmailField } from './email-field'
import { PasswordInput } from './password-input'
import { readField } from './read-field'
import { useHydrated } from './use-hydrated'

/** The first page of a new desk: names it and makes its first administrator. */
export function SetupForm({ token }: { token: string }) {
  const t = useWords('entry')
  const shell = useWords('shell')
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [isBusy, setBusy] = useState(false)
  const isReady = useHydrated() && !isBusy
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const read = (name: string) => readField(data, name)
    const names = ['token', 'siteName', 'name', 'email', 'password']
    setBusy(true)
    const refused = await postSetup(shell, t('setup.tokenWrong'), Object.fromEntries(names.map((name) => [name, read(name)])))
    if (refused === null) {
      const fault = await signInWithPassword(read('email'), read('password'))
      return window.location.assign(fault === null ? '/settings' : '/sign-in')
    }
    setFaults(refused)
    setBusy(false)
    const first = names.find((name) => name in refused)
    if (first) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
  }

  return (
    <form ref={form} method="post" className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      {faults[''] !== undefined && <Callout tone="error">{faults['']}</Callout>}
      <Field label={t('setup.token')} hint={t('setup.tokenHint')} error={faults['token']}>
        {(control) => (
          <Input
            {...control}
            name="token"
            defaultValue={token}
            autoComplete="off"
            spellCheck={false}
            autoFocus={token === ''}
            required
            className="h-11! font-mono text-sm"
          />
        )}
      </Field>
      <Field label={t('setup.site')} error={faults['siteName']}>
        {(control) => (
          <Input
            {...control}
            name="siteName"
            autoComplete="organization"
            maxLength={100}
            autoFocus={token !== ''}
            required
            className="h-11!"
          />
        )}
      </Field>
      <Field label={t('setup.name')} hint={t('setup.nameHint')} error={faults['name']}>
        {(control) => <Input {...control} name="name" autoComplete="name" maxLength={100} required className="h-11!" />}
      </Field>
      <EmailField maxLength={300} error={faults['email']} />
      <Field label={t('password')} hint={t('setup.passwordHint')} error={faults['password']}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" minLength={12} maxLength={200} required />}
      </Field>
      <Button look="solid" size="lg" type="submit" className="mt-1 w-full" disabled={!isReady} aria-busy={isBusy}>
        {isBusy ? t('setup.going') : t('setup.go')}
      </Button>
    </form>
  )
}
