// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { SetupForm } from '@/components/sign-in/setup-form'
import { SignInForm } from '@/components/sign-in/sign-in-form'

const assign = vi.fn()
/** What was posted where, and what the server answers. */
const posted: { path: string; body: string }[] = []
let answer: () => Response

beforeEach(() => {
  posted.length = 0
  assign.mockReset()
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (path === '/api/auth/csrf') return Promise.resolve(Response.json({ csrfToken: 'csrf' }))
    posted.push({ path, body: init?.body instanceof URLSearchParams ? init.body.toString() : (init?.body as string) })
    return Promise.resolve().then(() => answer())
  })
  vi.spyOn(window.location, 'assign').mockImplementation(assign)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const leadTo = (url: string) => () => Response.json({ url: new URL(url, window.location.origin).toString() })
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

function signIn(): void {
  type('Email', 'mara@example.org')
  type('Password', 'a long password')
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
}

describe('the sign-in form', () => {
  it('goes to the page that was asked for', async () => {
    answer = leadTo('/')
    renderWorded(<SignInForm next="/queue?queue=uncivil" oidcName={null} fault={null} />)
    signIn()
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/queue?queue=uncivil'))
    expect(posted).toEqual([
      { path: '/api/auth/callback/credentials', body: 'email=mara%40example.org&password=a+long+password&csrfToken=csrf&json=true' },
    ])
  })

  it('says why not, keeps the email and puts the focus on the password', async () => {
    answer = leadTo('/api/auth/error?error=wrong')
    renderWorded(<SignInForm next="/" oidcName={null} fault={null} />)
    signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('That email and password do not match.')
    expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe('mara@example.org')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Password')))
    expect(assign).not.toHaveBeenCalled()
  })

  it('says how long to wait after too many attempts', async () => {
    answer = leadTo('/api/auth/error?error=wait-840')
    renderWorded(<SignInForm next="/" oidcName={null} fault={null} />)
    signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('Too many attempts. Try again in 14 minutes.')
  })

  it('says so when the server cannot be reached', async () => {
    answer = () => {
      throw new TypeError('fetch failed')
    }
    renderWorded(<SignInForm next="/" oidcName={null} fault={null} />)
    signIn()
    expect((await screen.findByRole('alert')).textContent).toContain('The server could not be reached.')
  })

  it('tells password managers what the fields are', () => {
    renderWorded(<SignInForm next="/" oidcName={null} fault={null} />)
    expect(screen.getByLabelText('Email').getAttribute('autocomplete')).toBe('username')
    expect(screen.getByLabelText('Password').getAttribute('autocomplete')).toBe('current-password')
  })

  it('shows what is typed when asked to', () => {
    renderWorded(<SignInForm next="/" oidcName={null} fault={null} />)
    fireEvent.click(screen.getByRole('button', { name: 'Show password' }))
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text')
    expect(screen.getByRole('button', { name: 'Show password' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('offers the identity provider only when there is one, and goes there', async () => {
    const { rerender } = renderWorded(<SignInForm next="/articles" oidcName={null} fault={null} />)
    expect(screen.queryByRole('button', { name: /^Continue with/ })).toBeNull()
    rerender(<SignInForm next="/articles" oidcName="Lantern login" fault={null} />)
    answer = leadTo('https://login.example/authorize?state=x')
    fireEvent.click(screen.getByRole('button', { name: 'Continue with Lantern login' }))
    await waitFor(() => expect(assign).toHaveBeenCalledWith('https://login.example/authorize?state=x'))
    expect(posted).toEqual([{ path: '/api/auth/signin/oidc', body: 'callbackUrl=%2Farticles&csrfToken=csrf&json=true' }])
  })

  it('shows the fault that the provider sent people back with', () => {
    renderWorded(<SignInForm next="/" oidcName="Lantern login" fault="oidc_unknown" />)
    expect(screen.getByRole('alert').textContent).toContain('Nobody here has the email of that account.')
  })
})

describe('the setup form', () => {
  function fill(): void {
    type('Name of the publication', 'The Lantern')
    type('Your name', 'Ada')
    type('Email', 'ada@example.org')
    type('Password', 'a long password')
    fireEvent.click(screen.getByRole('button', { name: 'Set up Parley' }))
  }

  it('takes the token from the link, sets up and signs in', async () => {
    answer = () => (posted.length === 1 ? Response.json({}, { status: 201 }) : leadTo('/')())
    renderWorded(<SetupForm token="from-the-link" />)
    fill()
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/settings'))
    const [setup, ...more] = posted
    expect(setup?.path).toBe('/api/v1/setup')
    expect(JSON.parse(setup?.body ?? '')).toEqual({
      token: 'from-the-link',
      siteName: 'The Lantern',
      name: 'Ada',
      email: 'ada@example.org',
      password: 'a long password',
    })
    expect(more.map(({ path }) => path)).toEqual(['/api/auth/callback/credentials'])
  })

  it('says what is wrong beside the field, and goes there', async () => {
    const errors = [{ pointer: '/password', detail: 'needs at least 12 characters' }]
    answer = () => Response.json({ type: '', title: '', status: 422, detail: 'x', errors }, { status: 422 })
    renderWorded(<SetupForm token="given" />)
    fill()
    expect(await screen.findByText('It needs at least 12 characters.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Password')))
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true')
  })

  it('says that the token is wrong beside the token', async () => {
    answer = () => Response.json({ type: '', title: '', status: 403, detail: 'That is not the setup token.' }, { status: 403 })
    renderWorded(<SetupForm token="guess" />)
    fill()
    expect(await screen.findByText('That is not the setup token. Copy it from where the server runs.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Setup token')))
  })
})
