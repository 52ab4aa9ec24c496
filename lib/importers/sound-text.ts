/** Told with a comment whose text was not sound. */
export const UNSOUND_TEXT = 'Characters that no text can hold, such as half an emoji, were replaced by �.'

/** The text with � for what cannot be stored: NUL, and halves of characters, as systems that cut texts off leave them. */
export function toSoundText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
