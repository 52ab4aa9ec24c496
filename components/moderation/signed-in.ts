const KEY = 'parley-signed-in'

/** Tells the other pages of this browser who is signed in now: what waits there for somebody to sign in again goes on at once. */
export function tellSignedIn(userId: string): void {
  try {
    localStorage.setItem(KEY, `${userId} ${Date.now()}`)
  } catch {
    // Where nothing may be kept, they find out by asking.
  }
}

/** Whether the page that was opened last in this browser is somebody else's. */
export function isOtherSignedIn(userId: string): boolean {
  try {
    return localStorage.getItem(KEY)?.startsWith(`${userId} `) === false
  } catch {
    return false
  }
}
