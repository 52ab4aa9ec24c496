import type { Handler } from './handler'
import { refuseMethod } from './problem'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof METHODS)[number]

/**
 * Everything a route file exports. Methods that the address does not have are refused with 405 and a list of those it has: Next by
 * itself would send an empty answer. HEAD is Next's, made from GET.
 */
export function route(handlers: Partial<Record<Method, Handler>>): Record<Method | 'OPTIONS', Handler> {
  const own = METHODS.filter((method) => handlers[method] !== undefined)
  const allow = [...own.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])), 'OPTIONS'].join(', ')
  const refuse: Handler = (request) => Promise.resolve(refuseMethod(request.method, allow))
  const all = Object.fromEntries(METHODS.map((method) => [method, handlers[method] ?? refuse])) as Record<Method, Handler>
  return { ...all, OPTIONS: () => Promise.resolve(new Response(null, { status: 204, headers: { allow } })) }
}
