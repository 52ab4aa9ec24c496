import { createHash, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Who signs in at the issuer, and how the issuer misbehaves. */
export interface Persona {
  sub: string
  email?: string
  email_verified?: boolean
  /** The ID token answers another request. */
  hasWrongNonce?: boolean
  /** The ID token is signed by a key the issuer does not publish. */
  hasWrongKey?: boolean
  /** The ID token is meant for another client. */
  hasWrongAudience?: boolean
  /** The email is told at the userinfo endpoint only. */
  isEmailAtUserinfo?: boolean
}

export const CLIENT = { id: 'parley', secret: 'a client secret: with % and + in it' }

interface Grant {
  nonce: string
  challenge: string
  redirectUri: string
  persona: Persona
}

/** A small OpenID provider on loopback: discovery, keys, authorization code flow with PKCE, userinfo. */
export class OidcIssuer {
  /** The next person to sign in. */
  persona: Persona = { sub: 'nobody' }
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  private readonly otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  private readonly grants = new Map<string, Grant>()
  private readonly personas = new Map<string, Persona>()
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.writeHead(500).end())
  })
  url = ''

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return respond(response, 200, this.discovery())
      case '/jwks':
        return respond(response, 200, { keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] })
      case '/authorize':
        return this.authorize(url.searchParams, response)
      case '/token':
        return respond(response, ...this.exchange(request, new URLSearchParams(await readBody(request))))
      case '/userinfo':
        return respond(response, ...this.describe(request))
      default:
        return respond(response, 404, {})
    }
  }

  private discovery() {
    const at = (path: string) => this.url + path
    return {
      issuer: this.url,
      authorization_endpoint: at('/authorize'),
      token_endpoint: at('/token'),
      userinfo_endpoint: at('/userinfo'),
      jwks_uri: at('/jwks'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    const get = (name: string) => query.get(name) ?? ''
    const isComplete = get('client_id') === CLIENT.id && get('response_type') === 'code' && get('code_challenge_method') === 'S256'
    if (!isComplete) return respond(response, 400, { error: 'invalid_request' })
    const code = randomUUID()
    const redirectUri = get('redirect_uri')
    this.grants.set(code, { nonce: get('nonce'), challenge: get('code_challenge'), redirectUri, persona: this.persona })
    const target = new URL(redirectUri)
    target.searchParams.set('code', code)
    target.searchParams.set('state', get('state'))
    response.writeHead(302, { location: target.toString() }).end()
  }

  private exchange(request: IncomingMessage, form: URLSearchParams): [number, object] {
    const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString()
    const [id, secret] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
    if (id !== CLIENT.id || secret !== CLIENT.secret) return [401, { error: 'invalid_client' }]
    const code = form.get('code') ?? ''
    const grant = this.grants.get(code)
    this.grants.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri')) return [400, { error: 'invalid_grant' }]
    const accessToken = randomUUID()
    this.personas.set(accessToken, grant.persona)
    return [200, { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: this.idToken(grant) }]
  }

  private idToken({ persona, nonce }: Grant): string {
    const now = Math.floor(Date.now() / 1000)
    const { sub, email, email_verified, hasWrongNonce, hasWrongKey, hasWrongAudience, isEmailAtUserinfo } = persona
    const claims = {
      iss: this.url,
      aud: hasWrongAudience ? 'another-client' : CLIENT.id,
      sub,
      iat: now,
      exp: now + 60,
      nonce: hasWrongNonce ? 'of another request' : nonce,
      ...(isEmailAtUserinfo ? {} : { email, email_verified }),
    }
    return signToken(claims, hasWrongKey ? this.otherKey.privateKey : this.key.privateKey)
  }

  private describe(request: IncomingMessage): [number, object] {
    const persona = this.personas.get((request.headers.authorization ?? '').replace('Bearer ', ''))
    if (!persona) return [401, {}]
    return [200, { sub: persona.sub, email: persona.email, email_verified: persona.email_verified }]
  }
}

function signToken(claims: object, key: KeyObject): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const text = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function respond(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
