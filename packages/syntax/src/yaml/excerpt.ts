const LONGEST = 80;

/** A piece of the text for a message: hostile text must not make messages of any length. */
export function excerpt(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
