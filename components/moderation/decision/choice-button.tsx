import { Kbd } from '../../ui/kbd'

interface ChoiceButtonProps {
  /** The digit, or Shift with one, in tinykeys' words, and as it is shown. */
  keys: string
  shown: string
  name: string
  onChoose: () => void
}

/** One of the reasons or kinds that are to be chosen from. */
export function ChoiceButton({ keys, shown, name, onChoose }: ChoiceButtonProps) {
  return (
    <li className="min-w-0">
      <button
        type="button"
        aria-keyshortcuts={keys.replace('Digit', '')}
        onClick={onChoose}
        className="flex min-h-8 w-full items-center gap-1.5 rounded-md px-1.5 text-start text-ink-2 hover:bg-sunk hover:text-ink pointer-coarse:min-h-11"
      >
        <Kbd isHidden className="pointer-coarse:hidden">
          {shown}
        </Kbd>
        <bdi className="min-w-0 truncate">{name}</bdi>
      </button>
    </li>
  )
}
