/** How short a text of so many words is: 0 for one of 30 or more, 1 for one of 15 or fewer. */
export const howShort = (words: number) => Math.min(1, Math.max(0, (30 - words) / 15))
