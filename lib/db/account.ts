import type { Db } from './connection'

/** A person as an OIDC issuer names them: the issuer's address and its id for them. */
export interface Identity {
  issuer: string
  subject: string
}

/** The user this identity belongs to, or null. */
export async function findUserOfIdentity(db: Db, { issuer, subject }: Identity): Promise<{ id: string; isDisabled: boolean } | null> {
  const account = await db.prisma.account.findUnique({
    where: { provider_providerAccountId: { provider: issuer, providerAccountId: subject } },
    select: { user: { select: { id: true, disabledAt: true } } },
  })
  return account && { id: account.user.id, isDisabled: account.user.disabledAt !== null }
}

/** Whether the user has an identity at this issuer already. */
export async function hasIdentityAt(db: Db, userId: string, issuer: string): Promise<boolean> {
  return (await db.prisma.account.findFirst({ where: { userId, provider: issuer }, select: { userId: true } })) !== null
}

/** Lets a user sign in by this identity from now on. Linking it again changes nothing. */
export async function linkIdentity(db: Db, { issuer, subject }: Identity, userId: string, now: Date): Promise<void> {
  await db.prisma.account.createMany({
    data: [{ provider: issuer, providerAccountId: subject, userId, createdAt: now }],
    skipDuplicates: true,
  })
}
