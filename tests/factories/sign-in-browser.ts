import { handleAuth } from '@/lib/http/auth'

/** The address that tests pretend the desk is at, unless they set PUBLIC_URL. */
export const DESK = 'http://localhost:3000'

/** A browser as far as signing in needs one: it keeps cookies and sends them back. */
export class SignInBrowser {
  readonly cookies = new Map<string, string>()
  /** Every Set-Cookie header seen, whole. */
  readonly setCookies: string[] = []

  constructor(
    private readonly client = '203.0.113.1',
    private readonly desk = DESK,
  ) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string): Promise<Response> {
    return this.keepCookies(await handleAuth(new Request(this.desk + path, { headers: this.headers() })))
  }

  async post(path: string, form: Record<string, string>): Promise<Response> {
    const headers = { ...this.headers(), 'content-type': 'application/x-www-form-urlencoded' }
    const request = new Request(this.desk + path, { method: 'POST', headers, body: new URLSearchParams(form) })
    return this.keepCookies(await handleAuth(request))
  }

  async csrfToken(): Promise<string> {
    return ((await (await this.get('/api/auth/csrf')).json()) as { csrfToken: string }).csrfToken
  }

  /** What came of it: 'signed in', or the code of the fault. */
  async signIn(email: string, password: string): Promise<string> {
    const csrfToken = await this.csrfToken()
    const response = await this.post('/api/auth/callback/credentials', { csrfToken, email, password, json: 'true' })
    const { url } = (await response.json()) as { url: string }
    return new URL(url).searchParams.get('error') ?? 'signed in'
  }

  async signOut(): Promise<void> {
    await this.post('/api/auth/signout', { csrfToken: await this.csrfToken(), json: 'true' })
  }

  private headers(): Record<string, string> {
    return { cookie: this.cookieHeader, 'x-parley-client': this.client }
  }

  private keepCookies(response: Response): Response {
    for (const header of response.headers.getSetCookie()) {
      this.setCookies.push(header)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }
}
