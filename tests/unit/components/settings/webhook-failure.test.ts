import { describe, expect, it } from 'vitest'
import { describeDisabling, describeWebhookFailure } from '@/components/settings/webhook-failure'
import { readWords } from '@/components/words/page-words'

const words = { en: await readWords('en', 'webhooks'), de: await readWords('de', 'webhooks'), ar: await readWords('ar', 'webhooks') }

describe('why a webhook did not arrive', () => {
  it.each([
    ['It answered 500.', 'Your server reports a fault of its own (500).'],
    ['It answered 404.', 'There is nothing at this address (404). Has it changed?'],
    ['It answered 403.', 'Your server does not let Parley in (403).'],
    ['It answered 422.', 'Your server did not take the message (422).'],
    [
      'It answered 301, and redirects are not followed.',
      'The address redirects to another (301), which is not followed. Enter the other one.',
    ],
    ['There was no answer: ECONNREFUSED.', 'Nothing answers at this address: the server is down, or listens elsewhere.'],
    ['There was no answer: ENOTFOUND.', 'The host name in the address is not known: it may be misspelt, or not set up yet.'],
    ['There was no answer: UND_ERR_SOCKET.', 'The connection broke off before an answer came.'],
    ['There was no answer: UND_ERR_CONNECT_TIMEOUT.', 'Your server took too long: it has 15 seconds to answer.'],
    ['There was no answer within 15 seconds.', 'Your server took too long: it has 15 seconds to answer.'],
    ['There was no answer: DEPTH_ZERO_SELF_SIGNED_CERT.', 'The certificate of the address is not valid, so nothing is sent there.'],
    ['There was no answer: CERT_HAS_EXPIRED.', 'The certificate of the address is not valid, so nothing is sent there.'],
    ['cms.example is not an address of the open internet.', 'The address is not on the open internet, the only place webhooks may go.'],
    ['There was no answer: ESOMETHING.', 'There was no answer.'],
  ])('is said plainly: %s', (failure, said) => {
    expect(describeWebhookFailure(words.en, failure)).toBe(said)
  })

  it('is said in the language of the page', () => {
    expect(describeWebhookFailure(words.de, 'There was no answer: ECONNRESET.')).toBe('Die Verbindung brach ab, bevor eine Antwort kam.')
    expect(describeWebhookFailure(words.ar, 'It answered 503.')).toBe('الخادم يبلّغ عن عطل عنده (503).')
  })

  it('or who turned it off, whatever they are called', () => {
    expect(describeDisabling(words.en, 'Disabled by Ada Berg.')).toBe('Ada Berg disabled it.')
    expect(describeDisabling(words.de, 'It answered 410: it is gone and wants no more messages.')).toBe(words.de('failure.gone'))
  })
})
