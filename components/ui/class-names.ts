import { clsx, type ClassValue } from 'clsx'

/** Joins class names. A className given from outside is for layout (margin, width, grid place), not for looks. */
export function joinClasses(...classes: ClassValue[]): string {
  return clsx(classes)
}
