/** How the program that wrote a dump sets its texts, names and remarks. */
export interface SqlDialect {
  /** Whether a backslash within a text says what the next sign means. */
  hasEscapes: boolean
  /** Whether `#` begins a remark. */
  hasHashRemarks: boolean
  /** Whether names stand in square brackets. */
  hasBrackets: boolean
}

const MYSQL =
  /\b(?:MySQL|MariaDB)\b|^SET NAMES |\bENGINE\s*=|\bAUTO_INCREMENT\b|^(?:INSERT|REPLACE|CREATE|DROP|LOCK)\b[^\n'"(]*`|^LOCK TABLES /im
const SQL_SERVER = /^(?:USE|INSERT(?: INTO)?|CREATE TABLE|SET IDENTITY_INSERT) \[/im
const OTHERS =
  /\bPostgreSQL\b|\bpg_catalog\b|\bSQLite\b|^PRAGMA \w+\s*=|^BEGIN TRANSACTION;|^SET (?:standard_conforming_strings|client_encoding|statement_timeout)\b/im
/** PostgreSQL, told to take backslashes as MySQL does. */
const OLD_STRINGS = /^SET standard_conforming_strings\s*(?:=|TO)\s*'?off\b/im
/** How SQLite's own program writes the ends of lines. */
const SQLITE_LINES = /','\\(?:n|r|0\d\d)',char\(1[03]\)\)|\bunistr\('/
/** A quotation mark that ends no text, or other signs behind a backslash, as MySQL writes them. */
const ESCAPED_MARK = /\\'(?!\s*[,)])/
const ESCAPED_SIGN = /\\[rn"\\]/

/** What a line says of its program stands at its beginning. */
const MAX_LINE = 200

/** How a dump is written, by what stands at its beginning: the remarks and settings of the program that wrote it, else by its texts. */
export function findSqlDialect(head: string): SqlDialect {
  // What readers wrote says nothing of the program.
  const bare = head
    .split('\n')
    .map((line) => line.slice(0, MAX_LINE).replace(/'.*/, ''))
    .join('\n')
  const isOfOthers = OTHERS.test(bare) || SQLITE_LINES.test(head) || SQL_SERVER.test(bare)
  const isMySql = !isOfOthers && (MYSQL.test(bare) || ESCAPED_MARK.test(head) || (ESCAPED_SIGN.test(head) && !hasLineEnds(head)))
  return { hasEscapes: isMySql || OLD_STRINGS.test(head), hasHashRemarks: isMySql, hasBrackets: SQL_SERVER.test(bare) }
}

/** Whether texts go on over the ends of lines: whoever escapes signs escapes those. */
function hasLineEnds(head: string): boolean {
  return head.split('\n').some((line) => line.split("'").length % 2 === 0)
}
