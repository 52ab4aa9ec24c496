import { describe, expect, it } from 'vitest'
import { assertCallable, guardLookup, isPublicAddress, refuseAddress } from '@/lib/events/public-address'
import { WebhookSender } from '@/lib/events/send-webhook'

const PRIVATE = [
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255'],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
  ],
]

describe('an address of the open internet', () => {
  it.each(PRIVATE)('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('an address that is given', () => {
  it.each([
    ['https://cms.example/hook', null],
    ['http://cms.example/hook', 'has to begin with https://'],
    ['https://127.0.0.1/', 'is not an address of the open internet'],
    ['https://[::ffff:7f00:1]/', 'is not an address of the open internet'],
    ['https://2130706433/', 'is not an address of the open internet'],
    ['https://0x7f.1/', 'is not an address of the open internet'],
    ['https://localhost/', 'is not an address of the open internet'],
    ['https://LOCALHOST./', 'is not an address of the open internet'],
    ['https://a.localhost./', 'is not an address of the open internet'],
    ['https://localhost.localdomain/', 'is not an address of the open internet'],
    ['https://notlocalhost/', null],
    ['https://127.1/', 'is not an address of the open internet'],
    ['https://①②⑦.⓪.⓪.①/', 'is not an address of the open internet'],
    ['https://[::7f00:1]/', 'is not an address of the open internet'],
    ['https://[4000::1]/', 'is not an address of the open internet'],
    ['https://[64:ff9b:1::7f00:1]/', 'is not an address of the open internet'],
    ['https://me:secret@cms.example/', 'holds a password: sign in by the signature instead'],
    ['file:///etc/passwd', 'is not a web address'],
    ['nonsense', 'is not a web address'],
  ])('%s', (url, refusal) => {
    expect(refuseAddress(url, false)).toBe(refusal)
  })
})

it.each([
  ['http://cms.internal/hook', 'The address has to begin with https://, unless the server is started with SCORER_ALLOW_PRIVATE=1.'],
  ['ftp://cms.example/', 'The address is not a web address.'],
])('%s is refused with what would allow it, if anything would', (url, message) => {
  expect(() => assertCallable(url, false, 'SCORER_ALLOW_PRIVATE')).toThrow(message)
  expect(() => assertCallable('http://cms.internal/hook', true, 'SCORER_ALLOW_PRIVATE')).not.toThrow()
})

describe('looking up a name', () => {
  const ask = (addresses: string[]) =>
    new Promise<string>((resolve) => {
      const lookup = guardLookup(() => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))))
      lookup('cms.example', {}, (error, address) => resolve(error ? error.message : JSON.stringify(address).slice(1, -1)))
    })

  it('gives open addresses, and fails when any is not', async () => {
    expect(await ask(['93.184.216.34'])).toBe('93.184.216.34')
    for (const address of PRIVATE) expect(await ask(['93.184.216.34', address])).toBe('cms.example is not an address of the open internet.')
    expect(await ask([])).toBe('cms.example is not an address of the open internet.')
  })

  it('is done again at each connection, so that a name which changes its answer wins nothing', async () => {
    const answers = ['192.0.2.1', '127.0.0.1']
    const sender = new WebhookSender(false, () => Promise.resolve([{ address: answers.pop() ?? '', family: 4 }]))
    const message = { id: 'x', body: '{}' }
    const receiver = { url: 'https://rebound.example/', secrets: ['whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3'] }
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await sender.send(message, receiver)).toMatchObject({
        status: null,
        failure: 'rebound.example is not an address of the open internet.',
      })
    }
    await sender.close()
  })
})
