/** Something that is found by its name, in a group of its kind. */
interface Named {
  group: string
  name: string
}

/**
 * The commands that the words stand for, by group, the best group and the best of each first: called so, beginning so, or with each of
 * the words at the beginning of one of its own. Nothing is guessed from letters here and there: Enter does what stands first, and "held"
 * must not undo the last decision. Without words all of them, in their order.
 */
export function findCommands<Command extends Named>(
  commands: readonly Command[],
  text: string,
  groups: readonly Command['group'][],
): Command[][] {
  const asked = text.trim().toLowerCase()
  const ranked = commands.map((command) => ({ command, rank: rankName(command.name.toLowerCase(), asked) })).filter(({ rank }) => rank > 0)
  return groups
    .map((group) => ranked.filter(({ command }) => command.group === group).toSorted((a, b) => b.rank - a.rank))
    .filter((found) => found.length > 0)
    .toSorted((a, b) => (b[0]?.rank ?? 0) - (a[0]?.rank ?? 0))
    .map((found) => found.map(({ command }) => command))
}

function rankName(name: string, asked: string): number {
  if (name === asked) return 3
  if (name.startsWith(asked)) return 2
  const words = splitWords(name)
  return splitWords(asked).every((wanted) => words.some((word) => word.startsWith(wanted))) ? 1 : 0
}

const splitWords = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
