import { DayInput } from './day-input'
import { Field } from './field'
import { Select } from './select'
import { useDraft } from './use-draft'

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
  const [chosen, setChosen] = useDraft(value ?? '')
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={chosen}
          onChange={(event) => {
            setChosen(event.target.value)
            onChange(event.target.value || undefined)
          }}
        >
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
    <Field label={label}>{(control) => <DayInput {...control} value={value ?? ''} onChange={(day) => onChange(day || undefined)} />}</Field>
  )
}
