import type { AuditQuery } from '@/lib/contracts/audit'

/** The address of the list of changes, narrowed down and paged as told. */
export function auditAddress(query: AuditQuery): string {
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  return search.size === 0 ? '/settings/audit' : `/settings/audit?${search.toString()}`
}
