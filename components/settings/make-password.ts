/** Without the letters that look alike. 23 of them: bytes from 0 to 229 fall on each equally often. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const FAIR_BELOW = 256 - (256 % LETTERS.length)

/** Four groups of five letters, about 90 bits: can be read over the phone. */
export function makePassword(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, pickLetter).join('')).join('-')
}

function pickLetter(): string {
  for (;;) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255
    if (byte < FAIR_BELOW) return LETTERS.charAt(byte % LETTERS.length)
  }
}
