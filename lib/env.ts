import path from 'node:path'
import { z } from 'zod'

/**
 * The only reader of the environment. Parsed when first asked for; a bad value stops the process with the name of the
 * variable. docs/operating.md lists the same names.
 */
const Env = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  /** A PostgreSQL of yours (15 or newer). Without it an embedded one is started under DATA_DIR. */
  DATABASE_URL: z
    .string()
    .startsWith('postgres', 'is not an address of PostgreSQL, such as postgresql://user:password@host/name')
    .optional(),
  /** Where the embedded database, its log and the generated secret are kept. */
  DATA_DIR: z.string().default('.data'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people type, such as https://desk.example.org. Default: http://localhost:PORT. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address, such as https://desk.example.org' })
    .refine((url) => new URL(url).pathname === '/', 'has a path: give Parley a host name of its own, such as https://desk.example.org')
    .optional(),
  /** 1 when a proxy of yours stands in front and writes X-Forwarded-For; its last entry is then who asks. */
  TRUST_PROXY: z.stringbool().default(false),
  /** Signs session cookies; at least 32 characters. Default: generated once and kept in DATA_DIR. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** Fill an empty database with demo articles, comments and three users with generated passwords. */
  DEMO: z.stringbool().default(false),
  /** What a bulk stream may come to when it is unpacked, in MB. */
  BULK_MAX_EXPANDED_MB: z.coerce.number().int().min(1).default(4096),
  /** How large a file for Settings → Import may be, in MB. */
  IMPORT_MAX_MB: z.coerce.number().int().min(1).default(10_240),
  /** How many requests an API key may send in a minute: a stop for a loop gone wrong. */
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(1_000_000),
  /** 1 lets webhooks go to private addresses and by plain http: for a CMS in the same building. */
  WEBHOOK_ALLOW_PRIVATE: z.stringbool().default(false),
  /** 1 lets scorers outside be at private addresses and plain http: for a model in the same building. */
  SCORER_ALLOW_PRIVATE: z.stringbool().default(false),
  /** A mail server for alerts, such as smtps://user:password@mail.example.org. Without it nobody is mailed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** The sender of mail. Default: parley@ the host of PUBLIC_URL. */
  MAIL_FROM: z.string().min(3).optional(),
  /** 0 leaves out the slow scorers that run in a job: for machines with little to spare. */
  LATE_SCORES: z.stringbool().default(true),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Single sign-on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})
export type Env = z.infer<typeof Env>

let parsed: Env | undefined

/** The environment, checked. Throws an Error that names each bad variable. */
export function readEnv(): Env {
  if (parsed) return parsed
  const result = Env.safeParse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')))
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not valid:\n${lines.join('\n')}`)
  }
  parsed = result.data
  return parsed
}

/** The absolute path of a file under DATA_DIR. */
export function dataPath(...segments: string[]): string {
  return path.resolve(/*turbopackIgnore: true*/ readEnv().DATA_DIR, ...segments)
}

/** The address of this server as a browser sees it, without a trailing slash. */
export function publicUrl(): string {
  const env = readEnv()
  return (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '')
}

/** Who mail is from. */
export function mailSender(): string {
  return readEnv().MAIL_FROM ?? `Parley <parley@${new URL(publicUrl()).hostname}>`
}

/** next-auth reads its own address from the environment and nowhere else; what is set there already stays. */
export function tellNextAuthItsAddress(): void {
  process.env['NEXTAUTH_URL'] ??= publicUrl()
}
