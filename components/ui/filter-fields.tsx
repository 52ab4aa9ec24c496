import { Field } from './field'
import { Input } from './input'
import { Select } from './select'

interface FilterFieldProps {
  label: string
  value: string | undefined
  /** Undefined where it narrows nothing down. */
  onChange: (value: string | undefined) => void
}

/** One of several things that a list is narrowed down to; `all` is the word for none of them. */
export function FilterChoice({
  label,
  value,
  all,
  choices,
  onChange,
}: FilterFieldProps & { all: string; choices: readonly { id: string; name: string }[] }) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
          <option value="">{all}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

/** A day from which on, or before which, a list is shown. */
export function FilterDay({ label, value, onChange }: FilterFieldProps) {
  return (
    <Field label={label}>
      {(control) => <Input {...control} type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />}
    </Field>
  )
}
