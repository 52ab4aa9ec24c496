/** Whether the desk shows one pane at a time, as on a phone: the breakpoint md of the theme. */
export function isOnePane(): boolean {
  return !matchMedia('(min-width: 47.5rem)').matches
}
