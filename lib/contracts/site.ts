import { z } from 'zod'
import type { UncivilKind } from '../domain/comment'
import { SitePolicy } from './policy'
import { filledText } from './text'

/** A publication, as the site switcher and Settings show it. */
export interface SiteResource {
  id: string
  slug: string
  name: string
  createdAt: string
}

/** Adding a site. Without a slug one is made from the name. */
export const SiteInput = z.strictObject({
  name: filledText(100),
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'may hold a–z, 0–9 and hyphens, 63 at most')
    .optional(),
})
export type SiteInput = z.infer<typeof SiteInput>

/** What a site is called and by which rules it goes. `version` changes with every change of either. */
export interface SiteSettings {
  name: string
  slug: string
  policy: SitePolicy
  version: string
}

/** Body of `PUT /api/v1/settings/site`. `version` is the one of the settings that were read. */
export const SiteSettingsInput = z.strictObject({ name: filledText(100), policy: SitePolicy, version: z.string().max(100) })
export type SiteSettingsInput = z.infer<typeof SiteSettingsInput>

/** Body of `POST /api/v1/session/site`: the site this browser shows from now on. */
export const SessionSiteInput = z.strictObject({ siteId: z.uuid() })
export type SessionSiteInput = z.infer<typeof SessionSiteInput>

export interface WatchedWordResource {
  id: string
  term: string
  kind: UncivilKind | null
  isHeld: boolean
  createdAt: string
}
