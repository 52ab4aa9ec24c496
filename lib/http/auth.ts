import { runNextAuth } from '../auth/run-next-auth'
import { handlePublic } from './handler'
import { refuseMethod } from './problem'

/** Passwords are posted. Asked for instead, next-auth calls that a fault of the server's. */
const PASSWORDS = /\/callback\/credentials\/?$/

/** `GET` and `POST /api/auth/*`: signing in and out, by next-auth. */
export const handleAuth = handlePublic((request) =>
  request.method !== 'POST' && PASSWORDS.test(new URL(request.url).pathname)
    ? Promise.resolve(refuseMethod(request.method, 'POST'))
    : runNextAuth(request),
)
