'use client'

import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

interface TextDaysProps {
  label: string
  daysLabel: string
  /** Null: never. */
  days: number | null
  error?: string | undefined
  onChange: (days: number | null) => void
}

/** What stands there when it is turned on. */
const FIRST_DAYS = 30
const MOST_DAYS = 3650

/** Whether texts are erased after a time, and after how many days. */
export function TextDays({ label, daysLabel, days, error, onChange }: TextDaysProps) {
  return (
    <div className="mb-2 last:mb-0">
      <Checkbox checked={days !== null} onChange={(event) => onChange(event.currentTarget.checked ? FIRST_DAYS : null)}>
        {label}
      </Checkbox>
      {days !== null && (
        <Field label={daysLabel} error={error} className="ms-6 mt-1 max-w-40">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={MOST_DAYS}
              step={1}
              required
              value={days === 0 ? '' : days}
              onChange={(event) => onChange(Math.trunc(Number(event.currentTarget.value)))}
            />
          )}
        </Field>
      )}
    </div>
  )
}
