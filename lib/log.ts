import pino from 'pino'
import { readEnv } from './env'

let logger: pino.Logger | undefined

/** The only writer of logs: one JSON object a line on stdout. Never pass it a comment's text. */
export function log(): pino.Logger {
  logger ??= pino({ level: readEnv().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return logger
}
