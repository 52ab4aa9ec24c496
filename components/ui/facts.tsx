import { Children, Fragment, type ReactNode } from 'react'

/** Short facts in one line with dots between them. Where they do not fit, the line ends after a dot: a fact is only broken where it is longer than a line. */
export function Facts({ className, children }: { className?: string; children: ReactNode }) {
  const facts = Children.toArray(children)
  return (
    <span className={className}>
      {facts.map((fact, place) => (
        <Fragment key={place}>
          {place > 0 && ' '}
          <span className="inline-block max-w-full">
            {fact}
            {place < facts.length - 1 && ' ·'}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
