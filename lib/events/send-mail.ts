import { createTransport, type Transporter } from 'nodemailer'
import { describeError } from '../domain/errors'

const TIMEOUT_MS = 15_000

export interface Mail {
  to: string
  subject: string
  /** Plain text; nobody's markup is sent. */
  text: string
  /** The same at every try, so that a mail that came twice is seen once. */
  id: string
}

/** How mail goes out. Made once: it keeps connections open. */
export class MailSender {
  readonly #transport: Transporter

  /**
   * @param url smtp:// or smtps://, with user and password where the server wants them
   * @param from an address, or a name with one
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
    // A text is a text: nothing in it makes the server read a file or an address.
    this.#transport = createTransport({ url, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true, ...timeouts })
  }

  /** Hands a mail to the server; null when it took it, else why not. Never throws. */
  async send({ to, subject, text, id }: Mail): Promise<string | null> {
    try {
      // Given as an object, an address is never read as a list of several.
      await this.#transport.sendMail({ from: this.from, to: { name: '', address: to }, subject, text, messageId: `<${id}@parley>` })
      return null
    } catch (error) {
      return describeError(error).slice(0, 500)
    }
  }

  close(): void {
    this.#transport.close()
  }
}
