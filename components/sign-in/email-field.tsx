import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'

interface EmailFieldProps {
  error?: string | undefined
  maxLength?: number
  autoFocus?: boolean
}

/** By which somebody signs in. */
export function EmailField({ error, ...rest }: EmailFieldProps) {
  const t = useWords('entry')
  return (
    <Field label={t('email')} error={error}>
      {(control) => (
        <Input
          {...control}
          {...rest}
          name="email"
          type="email"
          dir="ltr"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          className="h-11!"
        />
      )}
    </Field>
  )
}
