/** A short word about what happened, for a while. */
export interface Toast {
  id: string
  tone: 'plain' | 'success' | 'error' | 'loading'
  title: string
  description: string | null
  /** Whose words it is about, and how they begin; null when they are not to be shown. */
  quote: { by: string; text: string | null } | null
  /** What can still be done about it. */
  action: { label: string; onClick: () => void } | null
  /** How long it stands, in milliseconds; null: until it is replaced or dismissed. */
  duration: number | null
}

interface ToastOptions {
  /** One toast of an id is there at a time: the next takes its place. */
  id?: string
  description?: string
  quote?: NonNullable<Toast['quote']>
  action?: NonNullable<Toast['action']>
  duration?: number
}

const DEFAULT_MS = 4000
const MOST_SHOWN = 3

let toasts: readonly Toast[] = []
let made = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function show(tone: Toast['tone'], title: string, options: ToastOptions = {}): void {
  made += 1
  const { id = `toast-${made}`, description, quote, action, duration = DEFAULT_MS } = options
  const toast = {
    id,
    tone,
    title,
    description: description ?? null,
    quote: quote ?? null,
    action: action ?? null,
    duration: tone === 'loading' ? null : duration,
  }
  // In its place, so that what one reads does not jump.
  const isThere = toasts.some((known) => known.id === id)
  change(isThere ? toasts.map((known) => (known.id === id ? toast : known)) : [...toasts, toast].slice(-MOST_SHOWN))
}

function dismiss(id: string): void {
  if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id))
}

/** Says something in the corner of the desk; <Toaster> draws it. */
export const toast = Object.assign((title: string, options?: ToastOptions) => show('plain', title, options), {
  success: (title: string, options?: ToastOptions) => show('success', title, options),
  error: (title: string, options?: ToastOptions) => show('error', title, options),
  loading: (title: string, options?: ToastOptions) => show('loading', title, options),
  dismiss,
})

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const listToasts = (): readonly Toast[] => toasts
const NONE: readonly Toast[] = []
export const listNoToasts = (): readonly Toast[] => NONE
