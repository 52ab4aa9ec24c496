/** What emoji say, by a word that the models know. Those of people and of their faiths are read as terms of identity. Add to it freely. */
export const SAID_BY: readonly (readonly [word: string, emoji: string])[] = [
  ['<id>', '👩👨🧑👧👦👶👵👴🧓👱🧔👳🧕👲👸👫👬👭💑👪🧒🏳🌈⚧♿🦽🦼🦯🧏✡✝☦🕉☸🛐🕌🕍⛪🕋♀♂⚢⚣'],
  ['love', '❤💓💗💖💕💘💝💞💛💚💙💜🧡🤍🖤🤎💟😍🥰😘😻💏'],
  ['hate', '💔😡🤬😠'],
  ['devil', '👿😈👹👺'],
  ['disgusting', '🤮🤢'],
  ['sick', '😷🤧🤕🤒'],
  ['kill', '🔪🗡⚔🔫🪓🏹'],
  ['dead', '☠💀⚰🪦'],
  ['bomb', '💣💥🧨'],
  ['punch', '👊🤜🤛🥊'],
  ['shit', '💩'],
  ['trash', '🗑🚮🚽'],
  ['monkey', '🐒🐵🦍🦧'],
  ['pig', '🐷🐖🐽'],
  ['rat', '🐀🐁🐭'],
  ['dog', '🐶🐕🐩'],
  ['snake', '🐍🦎'],
  ['cockroach', '🪳🐛🐜🕷🦟🪰🪲🦠🦗🦂'],
  ['clown', '🤡'],
  ['fuck', '🖕'],
  ['good', '👍👌✅👏🙌🤝⭐🌟🏆🥇😇'],
  ['bad', '👎❌🚫⛔'],
  ['happy', '😊🙂😀😃😄😁☺🤗😌🥳😋'],
  ['haha', '😂🤣😆😹😅'],
  ['look', '👀'],
  ['wink', '😏😉😜'],
  ['wow', '😮😲🤯😯'],
  ['sad', '😢😭😞😔😟🙁☹😿😥'],
  ['afraid', '😱😨😰😧🙀'],
] // prettier-ignore

const WORDS = new Map(SAID_BY.flatMap(([word, emoji]) => [...emoji].map((sign) => [sign, word] as const)))

/** The word by which the models read an emoji; the emoji itself where it has none. */
export function nameEmoji(emoji: string): string {
  return WORDS.get(emoji) ?? emoji
}
