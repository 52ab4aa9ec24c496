import { X } from 'lucide-react'

interface CrossButtonProps {
  /** What it does, in words. */
  label: string
  onClick: () => void
  className?: string
}

/** Closes or clears what it stands in. */
export function CrossButton({ label, onClick, className = '' }: CrossButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className={`grid size-7 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:size-11 ${className}`}
    >
      <X aria-hidden className="size-4" />
    </button>
  )
}
