'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { makePassword } from './make-password'

/** A password somebody sets for somebody else: in clear, for it has to be told. */
export function PasswordField({ error }: { error: string | undefined }) {
  const t = useWords('people')
  const [password, setPassword] = useState('')
  return (
    <Field label={t('password')} hint={t('passwordHint')} error={error}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            name="password"
            value={password}
            minLength={12}
            maxLength={200}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button onClick={() => setPassword(makePassword())}>{t('makePassword')}</Button>
        </div>
      )}
    </Field>
  )
}
