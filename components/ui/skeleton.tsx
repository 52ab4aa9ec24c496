import { joinClasses } from './class-names'

/** A grey bar where text will be; the size comes from className, so that nothing moves when the text arrives. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={joinClasses('block animate-pulse rounded-sm bg-sunk', className)} />
}
