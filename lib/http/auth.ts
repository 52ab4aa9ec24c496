import { runNextAuth } from '../auth/run-next-auth'
import { handlePublic } from './handler'

/** `GET` and `POST /api/auth/*`: signing in and out, by next-auth. */
export const handleAuth = handlePublic(runNextAuth)
