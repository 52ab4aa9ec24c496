/** Joins class names, without those that are false or missing. A className given from outside is for layout (margin, width, grid place), not for looks. */
export function joinClasses(...classes: (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ')
}
