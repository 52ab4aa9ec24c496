import { z } from 'zod'
import { ROLES, SCOPES, type Role, type Scope } from '../domain/actor'
import { filledText } from './text'

/** `rateLimit`: requests a minute; without it the server's own limit counts. */
export const ApiKeyInput = z.strictObject({
  name: filledText(100),
  scopes: z.array(z.enum(SCOPES)).min(1).max(SCOPES.length),
  rateLimit: z.int().min(1).max(100_000_000).nullish(),
})
export type ApiKeyInput = z.infer<typeof ApiKeyInput>

/** Body of `POST /api/v1/settings/keys/{id}/rotation`: how long the old key works on. */
export const ApiKeyRotation = z.strictObject({ overlapHours: z.union([z.literal(0), z.literal(1), z.literal(24), z.literal(168)]) })
export type ApiKeyRotation = z.infer<typeof ApiKeyRotation>

/** A key as Settings lists it. The secret is in none of these; it is shown once, when the key is made. */
export interface ApiKeyResource {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  /** Requests a minute; null for the server's own limit. */
  rateLimit: number | null
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
  /** When it stops by itself, because another has taken its place. */
  expiresAt: string | null
}

/** At least 12 characters; at most 200, so that hashing cannot be made slow. */
const Password = z.string().min(12, 'needs at least 12 characters').max(200, 'is longer than 200 characters')

export const UserInput = z.strictObject({
  email: z.email().max(300).toLowerCase(),
  name: filledText(100),
  role: z.enum(ROLES),
  password: Password,
})
export type UserInput = z.infer<typeof UserInput>

export const UserPatch = z.strictObject({
  role: z.enum(ROLES).optional(),
  isDisabled: z.boolean().optional(),
  password: Password.optional(),
})
export type UserPatch = z.infer<typeof UserPatch>

export interface UserResource {
  id: string
  email: string
  name: string
  role: Role
  isDisabled: boolean
  createdAt: string
}

/** Making the first administrator. `token` is printed by the server when it starts without any user. */
export const SetupInput = z.strictObject({
  token: z.string().max(200),
  email: z.email().max(300).toLowerCase(),
  name: filledText(100),
  password: Password,
  siteName: filledText(100),
})
export type SetupInput = z.infer<typeof SetupInput>
