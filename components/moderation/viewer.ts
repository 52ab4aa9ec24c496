import type { Role } from '@/lib/domain/actor'

/** Who is looking: what the browser may know of the actor. */
export interface Viewer {
  id: string
  name: string
  role: Role
}
