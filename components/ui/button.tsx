import { cloneElement, isValidElement, type ComponentProps } from 'react'
import { joinClasses } from './class-names'

const LOOKS = {
  /** The one thing this place is for. */
  solid: 'border-ink bg-ink text-bg enabled:hover:bg-ink-2 enabled:hover:border-ink-2',
  plain: 'border-line-strong bg-panel text-ink enabled:hover:bg-sunk',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunk hover:text-ink',
  danger: 'border-line-strong bg-panel text-rose enabled:hover:bg-rose-soft enabled:hover:border-rose',
  link: 'h-auto! min-h-6 border-0! bg-transparent p-0! text-accent underline-offset-2 hover:underline',
}

const SIZES = {
  sm: 'h-7 px-2 text-sm',
  md: 'h-8 px-3 text-base',
  lg: 'h-11 px-4 text-md',
  icon: 'size-8 p-0',
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof LOOKS
  size?: keyof typeof SIZES
  /** Gives the looks to the one child (a link, say) instead of drawing a button. */
  asChild?: boolean
}

export function Button({ look = 'plain', size = 'md', asChild = false, className, type, ...rest }: ButtonProps) {
  const classes = joinClasses(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-[540] whitespace-nowrap no-underline transition-colors duration-100 select-none disabled:opacity-55 aria-disabled:opacity-55 pointer-coarse:min-h-11 pointer-coarse:min-w-11 [&_svg]:size-4 [&_svg]:shrink-0',
    LOOKS[look],
    SIZES[size],
    className,
  )
  if (asChild && isValidElement<{ className?: string }>(rest.children)) {
    const { children, ...others } = rest
    return cloneElement(children, { ...others, className: joinClasses(classes, children.props.className) })
  }
  return <button type={type ?? 'button'} className={classes} {...rest} />
}
