/** A dash where nothing is known, with the reason for those who point at it or have it read to them. */
export function UnknownFigure({ why }: { why: string }) {
  return (
    <span title={why} className="relative text-ink-3">
      <span aria-hidden>–</span>
      <span className="sr-only">{why}</span>
    </span>
  )
}
