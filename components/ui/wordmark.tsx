import { joinClasses } from './class-names'

/** The name as it is drawn, where no header has it. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <p dir="ltr" className={joinClasses('text-center text-2xl font-[680] tracking-[-0.03em]', className)}>
      Parley<span className="text-accent">.</span>
    </p>
  )
}
