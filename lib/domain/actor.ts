import { DomainError } from './errors'

export const ROLES = ['moderator', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What a site API key may do. */
export const SCOPES = ['ingest', 'read', 'score', 'privacy'] as const
export type Scope = (typeof SCOPES)[number]

/** Who asks. Every actor acts on one site. A key's `rateLimit` is in requests a minute; null for the server's own. */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: Role; siteId: string; sessionId: string }
  | { kind: 'api_key'; id: string; name: string; scopes: Scope[]; siteId: string; rateLimit: number | null }
  | { kind: 'policy'; name: string; siteId: string }
  | { kind: 'system'; name: string; siteId: string }

export type Permission = 'ingest' | 'read' | 'score' | 'decide' | 'steer' | 'lead' | 'import' | 'configure' | 'privacy'

const BY_ROLE: Record<Role, readonly Permission[]> = {
  moderator: ['read', 'decide', 'steer'],
  editor: ['read', 'steer'],
  admin: ['read', 'decide', 'steer', 'lead', 'ingest', 'score', 'import', 'configure', 'privacy'],
}

const BY_SCOPE: Record<Scope, readonly Permission[]> = { ingest: ['ingest'], read: ['read'], score: ['score'], privacy: ['privacy'] }

/** Whether the actor may do this. The one place where roles and scopes are turned into permissions. */
export function can(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'user':
      return canRole(actor.role, permission)
    case 'api_key':
      return actor.scopes.some((scope) => BY_SCOPE[scope].includes(permission))
    case 'policy':
    case 'system':
      return true
  }
}

/** Whether people of this role may do this. */
export function canRole(role: Role, permission: Permission): boolean {
  return BY_ROLE[role].includes(permission)
}

/** @throws DomainError forbidden */
export function authorize(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return
  const who = actor.kind === 'user' ? `The role ${actor.role}` : 'This API key'
  throw new DomainError('forbidden', `${who} may not ${PHRASES[permission]}.`)
}

const PHRASES: Record<Permission, string> = {
  ingest: 'send articles or comments (scope: ingest)',
  read: 'read comments (scope: read)',
  score: 'have texts scored (scope: score)',
  decide: 'decide on comments',
  steer: 'hold, slow or close a discussion, or feature a comment',
  lead: 'act on what belongs to others',
  import: 'import files',
  configure: 'change settings',
  privacy: 'have personal data given out or erased (scope: privacy)',
}
