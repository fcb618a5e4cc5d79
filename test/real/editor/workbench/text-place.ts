/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the page says about a text and what is drawn under it. */
export interface TextPlace {
  /** Where the characters are. */
  readonly text: Box;
  /** Squiggles on the same line, by the class that says how severe. */
  readonly squiggles: readonly { readonly severity: string; readonly box: Box }[];
}

/** What to look for: a line that holds a text, and in it the characters meant. */
export interface TextQuery {
  readonly line: string;
  readonly text: string;
}

/**
 * Runs in the page: finds the characters in the active editor and the squiggles of their line. Null where the line is not shown. It
 * measures the glyphs themselves, so that a squiggle that is one character too long shows.
 */
export function findText({ line, text }: TextQuery): TextPlace | null {
  const toBox = ({ left, right, top, bottom }: DOMRect): Box => ({ left, right, top, bottom });
  const editor = document.querySelector(".editor-group-container.active .monaco-editor[data-uri]");
  const plain = (node: Node): string =>
    (node.textContent ?? "").replaceAll("\u00a0", " ").replaceAll("\u200c", "");
  const shown = [...(editor?.querySelectorAll(".view-line") ?? [])].find((element) =>
    plain(element).includes(line),
  );
  if (shown === undefined) return null;
  const whole = plain(shown);
  const start = whole.indexOf(line) + line.indexOf(text);
  const range = document.createRange();
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let isStarted = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.textContent ?? "";
    if (!isStarted && start < passed + length) {
      range.setStart(node, start - passed);
      isStarted = true;
    }
    if (isStarted && start + text.length <= passed + length) {
      range.setEnd(node, start + text.length - passed);
      break;
    }
    passed += length;
  }
  const box = toBox(range.getBoundingClientRect());
  const middle = (box.top + box.bottom) / 2;
  const squiggles = [...(editor?.querySelectorAll("[class*=squiggly-]") ?? [])]
    .map((element) => ({
      severity: /squiggly-(\w+)/u.exec(element.className)?.[1] ?? "",
      box: toBox(element.getBoundingClientRect()),
    }))
    .filter((squiggle) => squiggle.box.top <= middle && middle <= squiggle.box.bottom);
  return { text: box, squiggles };
}

/** Pixels that rounding may shift an edge by. Less than half a character. */
const TOLERANCE = 2.5;

/** From the worst on: several findings may stand under the same characters. */
const SEVERITIES = ["error", "warning", "info", "hint"];

/** The severity of the worst squiggle exactly under the characters; undefined where none is. */
export function squiggleUnder({ text, squiggles }: TextPlace): string | undefined {
  const under = squiggles.filter(
    ({ box }) => Math.abs(box.left - text.left) < TOLERANCE && Math.abs(box.right - text.right) < TOLERANCE,
  );
  return SEVERITIES.find((severity) => under.some((squiggle) => squiggle.severity === severity));
}
