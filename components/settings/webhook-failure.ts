import type { Words } from '../words/rooms'

/** What our own sender notes where there was no answer (lib/events/send-webhook.ts), by what it means for whoever looks after the address. */
const CODES = {
  refusedConnection: /ECONNREFUSED/,
  unknownName: /ENOTFOUND|EAI_AGAIN/,
  unreachable: /EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/,
  brokenOff: /ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_/,
  certificate: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/,
  late: /within \d+ seconds|TIMEDOUT|TIMEOUT/,
  notPublic: /^The address |of the open internet/,
} as const
const KINDS = Object.keys(CODES) as (keyof typeof CODES)[]

/** Why a message did not arrive, in plain words of the page's language; what the address answered, as it did. */
export function describeWebhookFailure(t: Words<'webhooks'>, failure: string): string {
  const status = /^It answered (\d{3})/.exec(failure)?.[1]
  if (status !== undefined) return t(`failure.${nameAnswer(Number(status))}`, { status })
  const kind = KINDS.find((one) => CODES[one].test(failure))
  return t(kind === undefined ? 'failure.none' : `failure.${kind}`)
}

function nameAnswer(status: number) {
  if (status === 410) return 'gone'
  if (status === 404) return 'missing'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 429) return 'busy'
  if (status >= 300 && status < 400) return 'moved'
  return status >= 500 ? 'fault' : 'answer'
}

/** Why a webhook is off: somebody turned it off, or the address wants no more. */
export function describeDisabling(t: Words<'webhooks'>, reason: string): string {
  const by = /^Disabled by (.*)\.$/su.exec(reason)?.[1]
  return by === undefined ? describeWebhookFailure(t, reason) : t('disabledBy', { name: by })
}
