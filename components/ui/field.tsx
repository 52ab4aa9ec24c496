import { useId, type ReactNode } from 'react'
import { joinClasses } from './class-names'

/** What the control inside a field must carry, so that label, hint and error belong to it. */
interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** For a control that is found by its id; made up otherwise. */
  id?: string
  /** What is wrong, in words; null or undefined when nothing is. */
  error?: ReactNode
  className?: string
  children: (control: FieldControl) => ReactNode
}

/** A labelled control: `<Field label="Name">{(control) => <Input {...control} />}</Field>`. */
export function Field({ label, hint, id: givenId, error, className, children }: FieldProps) {
  const ownId = useId()
  const id = givenId ?? ownId
  const hasError = error !== undefined && error !== null && error !== ''
  const describedBy = [hint !== undefined && `${id}-hint`, hasError && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={joinClasses('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-[560] text-ink">
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': hasError || undefined })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-pretty text-ink-3">
          {hint}
        </p>
      )}
      {hasError && (
        <p id={`${id}-error`} className="text-sm font-medium text-rose">
          {error}
        </p>
      )}
    </div>
  )
}
