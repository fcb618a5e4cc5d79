/** A text as a YAML scalar: plain where it reads as the same text, else in double quotes, whose escapes are those of JSON. */
export function yamlText(text: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9 _./@(),;-]*$/.test(text) && !/\s$/.test(text) && !RESERVED.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** Words that YAML 1.1 or 1.2 reads as something other than text. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
