const DELETE = 0x7f;
const LAST_C0 = 0x1f;
const FIRST_CONTROL_PICTURE = 0x2400;
const DELETE_PICTURE = "\u2421";
const TAG_HIGH_SURROGATE = 0xdb40;
const REPLACEMENT = "\ufffd";

/** What {@link visibleText} leaves as it is although it is a control character. */
export interface VisibleOptions {
  readonly keepTabs?: boolean;
  readonly keepLineBreaks?: boolean;
}

/**
 * The text with everything that a terminal or a reader could be fooled by made visible: C0 controls and DEL become control
 * pictures, C1 controls, bidirectional overrides and invisible separators `<U+202E>`, lone surrogates U+FFFD.
 */
export function visibleText(text: string, options: VisibleOptions = {}): string {
  let result = "";
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const shown = visibleUnit(text, index, options);
    if (shown === undefined) continue;
    result += text.slice(from, index) + shown;
    from = index + 1;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** As {@link visibleText}, on one line: every run of line breaks becomes one space. */
export function visibleLine(text: string): string {
  return visibleText(text.replaceAll(/[\r\n]+/g, " "));
}

/** What stands for the code unit at `index`, or undefined where it may stand itself. */
export function visibleUnit(text: string, index: number, options: VisibleOptions = {}): string | undefined {
  const code = text.charCodeAt(index);
  if (code > LAST_C0 && code < DELETE) return undefined;
  if (code <= LAST_C0)
    return isKept(code, options) ? undefined : String.fromCharCode(FIRST_CONTROL_PICTURE + code);
  if (code === DELETE) return DELETE_PICTURE;
  if (isDeceptive(code)) return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
  return code < 0xd800 || code > 0xdfff ? undefined : visibleSurrogate(text, index);
}

function isKept(code: number, { keepTabs, keepLineBreaks }: VisibleOptions): boolean {
  if (code === 0x09) return keepTabs === true;
  return keepLineBreaks === true && (code === 0x0a || code === 0x0d);
}

/** C1 controls, and characters that hide or reorder text (Unicode 17, general category Cf, without the joiners that scripts and emoji need). */
function isDeceptive(code: number): boolean {
  if (code <= 0x9f) return true;
  if (code < 0x061c) return code === 0xad;
  if (code === 0x061c || code === 0xfeff) return true;
  if (code < 0x200b || code > 0x2069) return false;
  if (code === 0x200b || code === 0x200e || code === 0x200f) return true;
  return (code >= 0x2028 && code <= 0x202e) || code >= 0x2060;
}

/** What stands for one half of a surrogate pair: lone halves, and the invisible tag characters U+E0000 to U+E007F. */
function visibleSurrogate(text: string, index: number): string | undefined {
  const isHigh = text.charCodeAt(index) < 0xdc00;
  const start = isHigh ? index : index - 1;
  const high = text.charCodeAt(start);
  const low = text.charCodeAt(start + 1);
  const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  if (!isPair) return REPLACEMENT;
  if (high !== TAG_HIGH_SURROGATE || low > 0xdc7f) return undefined;
  return isHigh ? `<U+E00${(low - 0xdc00).toString(16).toUpperCase().padStart(2, "0")}>` : "";
}
