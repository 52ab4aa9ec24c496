interface ProgressBarProps {
  /** What goes on, for those who do not see the bar. */
  label: string
  /** 0–1; null while nobody can tell. */
  share: number | null
}

/** How far something is that takes its time. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const percent = share === null ? null : Math.round(Math.min(1, share) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
      className="h-1.5 overflow-hidden rounded-full bg-sunk"
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-300 motion-reduce:transition-none"
        style={{ width: percent === null ? '100%' : `${percent}%`, opacity: percent === null ? 0.35 : 1 }}
      />
    </div>
  )
}
