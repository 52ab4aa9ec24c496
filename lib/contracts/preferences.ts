import { z } from 'zod'
import { LANGUAGES } from '../domain/languages'
import { DEFAULT_PREFERENCES, DENSITIES, HIDEABLE_COLUMNS, KEY_ACTS, THEMES } from '../domain/preferences'

/** A letter or sign, with or without Shift. Digits choose from lists and `g` begins a way, so neither can be taken. */
const Key = z.string().regex(/^(Shift\+[A-FH-Z]|[a-fh-z]|[/.,;'[\]\\=-])$/, 'is not a letter or sign that is free')

/** Body of `PUT /api/v1/desk/preferences`; missing fields take the usual values. */
export const PreferencesInput = z.object({
  density: z.enum(DENSITIES).default(DEFAULT_PREFERENCES.density),
  isAdvancing: z.boolean().default(DEFAULT_PREFERENCES.isAdvancing),
  isHarshBlurred: z.boolean().default(DEFAULT_PREFERENCES.isHarshBlurred),
  hiddenColumns: z.array(z.enum(HIDEABLE_COLUMNS)).max(HIDEABLE_COLUMNS.length).default([]),
  language: z.enum(LANGUAGES).nullable().default(DEFAULT_PREFERENCES.language),
  theme: z.enum(THEMES).nullable().default(DEFAULT_PREFERENCES.theme),
  keys: z.partialRecord(z.enum(KEY_ACTS), Key).default({}),
})
