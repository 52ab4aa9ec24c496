import { isSign, isWord } from './sql-rows'
import type { SqlToken } from './sql-token'

/** A trigger, a function or the like: it may hold statements of its own. */
export class SqlRoutine {
  /** BEGIN and CASE that have not met their END. */
  #depth = 0
  #isAfterEnd = false

  /** Whether it ends with this token: a semicolon outside of what it holds, as of any statement, or SQL Server's GO on a line of its own. */
  endsWith(token: SqlToken): boolean {
    // `END CASE` ends one, and begins none.
    if (isWord(token, /^(?:begin|case)$/i) && !this.#isAfterEnd) this.#depth += 1
    this.#isAfterEnd = isWord(token, /^end$/i)
    if (this.#isAfterEnd) this.#depth = Math.max(0, this.#depth - 1)
    return (token.isFirst && isWord(token, /^go$/i)) || (this.#depth === 0 && isSign(token, ';'))
  }
}
