import type { SkipReason } from '../domain/skip-reasons'

/** What tables write for a comment that is shown, in English and German, and why the others are not. */
const SHOWN = [
  '',
  '1',
  'true',
  't',
  'yes',
  'ja',
  'approved',
  'approve',
  'accepted',
  'published',
  'public',
  'visible',
  'none',
  'ok',
  'active',
  'live',
  'freigegeben',
  'veröffentlicht',
  'sichtbar',
  'aktiv',
]
const HIDDEN: Record<Extract<SkipReason, 'deleted' | 'spam' | 'rejected' | 'unapproved'>, readonly string[]> = {
  deleted: ['deleted', 'removed', 'trash', 'trashed', 'posttrashed', 'gelöscht', 'entfernt', 'papierkorb'],
  spam: ['spam', 'markedasspam', 'junk'],
  rejected: ['rejected', 'refused', 'declined', 'denied', 'blocked', 'abgelehnt', 'gesperrt'],
  unapproved: [
    '0',
    'false',
    'f',
    'no',
    'nein',
    'pending',
    'unapproved',
    'hold',
    'held',
    'hidden',
    'waiting',
    'queued',
    'premod',
    'systemwithheld',
    'private',
    'ausstehend',
    'wartend',
    'nichtfreigegeben',
    'versteckt',
    'verborgen',
  ],
}

const MEANINGS: ReadonlyMap<string, SkipReason | null> = new Map([
  ...SHOWN.map((name) => [name, null] as const),
  ...Object.entries(HIDDEN).flatMap(([why, names]) => names.map((name) => [name, why as SkipReason] as const)),
])

/** How a column of yes and no says no. A time says yes: that of the deletion. */
const NO = /^(?:|0(?:\.0+)?|-|f|false|n|no|nein|none|nil|null|\\n)$/i

/** What a row's cells say of whether it was shown; undefined for a status that means nothing to us. */
export function readSkipReason(cells: { status: string; deleted: string; spam: string }): SkipReason | null | undefined {
  if (!NO.test(cells.deleted.trim())) return 'deleted'
  if (!NO.test(cells.spam.trim())) return 'spam'
  const status = cells.status.trim()
  return status === '\\N' || status === 'NULL' ? null : MEANINGS.get(status.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
}
