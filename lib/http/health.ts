import { isDatabaseUp } from '../services/health/check'
import { handlePublic, json } from './handler'

/** `GET /api/health`: 200 when the database answers, else 503. For whatever watches the server; tells nothing else. */
export const getHealth = handlePublic(async () =>
  (await isDatabaseUp()) ? json({ status: 'ok', database: 'ok' }) : json({ status: 'down', database: 'down' }, 503),
)
