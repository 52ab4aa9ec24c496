/** What the network says (Node's codes), and Prisma's names for the same. */
const NETWORK = new Set(
  ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'].concat([
    'ENOTFOUND',
    'EAI_AGAIN',
    'P1001',
    'P1017',
  ]),
)
/**
 * What PostgreSQL says (SQLSTATE): class 08, connections that break; it is being shut down, has crashed or is starting (57P01–57P03); it has
 * no place for another connection (53300); after a failover, it only reads (25006).
 */
const SERVER = /^(08...|57P0[1-3]|53300|25006)$/
/** What the driver says without any code. */
const DRIVER = /^(Connection terminated|timeout expired|Client (was closed|has encountered a connection error) and is not queryable)/

/**
 * Whether an error says that the database cannot be reached just now, be it thrown by the driver or by Prisma. What was being done is then
 * not known to have been done; a moment later it can be done again.
 */
export function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, originalCode, message, cause, errors, meta } = error as Record<string, unknown>
  if ([code, originalCode].some((one) => typeof one === 'string' && (NETWORK.has(one) || SERVER.test(one)))) return true
  if (typeof message === 'string' && DRIVER.test(message)) return true
  const within = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])]
  if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta) within.push(meta.driverAdapterError)
  return within.some(isAway)
}
