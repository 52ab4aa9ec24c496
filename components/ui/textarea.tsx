import type { ComponentProps } from 'react'
import { joinClasses } from './class-names'
import { fieldClasses } from './input'

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={joinClasses(fieldClasses, 'min-h-20 py-1.5', className)} {...rest} />
}
