import { useRef, type ComponentProps } from 'react'
import { Input } from './input'
import { useDraft } from './use-draft'

interface DayInputProps extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> {
  /** YYYY-MM-DD, or empty. */
  value: string
  onChange: (day: string) => void
}

/**
 * A day that is picked is taken at once; one that is typed on Enter or when the field is left, for while its year is typed it is
 * the year 2, then 20, then 202. A required one that is left incomplete is what it was.
 */
export function DayInput({ value, onChange, ...rest }: DayInputProps) {
  const [day, setDay] = useDraft(value)
  const typing = useRef({ isByKey: false, isToTake: false })
  function take(next: string): void {
    typing.current.isToTake = false
    if (next === '' && rest.required === true) setDay(value)
    else if (next !== value) onChange(next)
  }
  return (
    <Input
      {...rest}
      type="date"
      value={day}
      onPointerDown={() => {
        typing.current.isByKey = false
      }}
      onKeyDown={({ key, altKey }) => {
        if (key === 'Enter' && typing.current.isToTake) take(day)
        // Space, and the arrows with Alt, open the calendar.
        typing.current.isByKey = key !== ' ' && !altKey
      }}
      onChange={({ target }) => {
        setDay(target.value)
        if (typing.current.isByKey) typing.current.isToTake = true
        else take(target.value)
      }}
      onBlur={() => {
        if (typing.current.isToTake) take(day)
      }}
    />
  )
}
