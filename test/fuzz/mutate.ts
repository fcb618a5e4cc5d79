import type { Random } from "./random.ts";

/** An edit as an editor makes it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Pieces that mean something to a reader of Dockerfiles or YAML, and characters that break careless ones. */
const DOCKERFILE_PIECES: readonly string[] = [
  "FROM scratch\n",
  "FROM a AS b\n",
  "RUN <<EOF\n",
  "EOF\n",
  "\\\n",
  "`\n",
  "# escape=`\n",
  "# syntax=a/b\n",
  "ARG X=1\n",
  "ENV A=$A B=${B:-c}\n",
  "COPY --from=0 a b\n",
  "RUN --mount=type=bind,from=x a\n",
  "ONBUILD RUN a\n",
  "USER 0\n",
  '["a", "b"',
  "'",
  '"',
  "$(",
  "${",
  "}",
  ")",
  "&&",
  "||",
  "|",
  ";",
  "$",
  "\\",
  "<<-'E' <<F",
  "HEALTHCHECK NONE\n",
  "USER root\n",
  "RUN apt-get update && apt-get install -y curl\n",
  "ADD https://a/b /\n",
  "EXPOSE 22/tcp\n",
];
const YAML_PIECES: readonly string[] = [
  "---\n",
  "...\n",
  "- ",
  ": ",
  ":\n",
  "  ",
  "\t",
  "{",
  "}",
  "[",
  "]",
  ",",
  "&a ",
  "*a",
  "<<: *a\n",
  "!!str ",
  "!x ",
  "|\n",
  ">-\n",
  "'",
  '"',
  "# c\n",
  "%YAML 1.2\n",
  "? ",
  "null",
  "~",
  "true",
  "0x1F",
  "1e400",
  ".nan",
  "{{ .Values.a }}",
  "{{- if a }}\n",
  "apiVersion: v1\n",
  "kind: Pod\n",
  "kind: List\nitems:\n- ",
  "spec:\n  containers:\n  - image: a\n",
  "securityContext: {}\n",
  "privileged: true\n",
  "runAsUser: 0\n",
  "hostPath: {path: /}\n",
  "__proto__: {}\n",
  "constructor: 1\n",
  "metadata:\n  name: x\n",
];
const ODD_PIECES: readonly string[] = [
  "\r\n",
  "\r",
  "\n\n",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\uDC00",
  "\u{1F6A2}",
  "\u0085",
  "\u2028",
  "\u2029",
  "\u00A0",
  "\u200B",
  "é",
  "\u0007",
  "\u001B[31m",
  "x".repeat(300),
  " ".repeat(100),
  "[".repeat(60),
  "- ".repeat(40),
  "a: ".repeat(30),
  "$(".repeat(40),
];

/** Ways to make a random edit of a text. */
const KINDS = [
  "delete",
  "insert",
  "repeat",
  "swap",
  "indent",
  "piece",
  "odd",
  "character",
  "splice",
] as const;

/** One random edit. `other` is a text to take parts from. */
export function randomEdit(text: string, random: Random, other: string): Edit {
  const start = random.below(text.length + 1);
  const kind = random.pick(KINDS);
  const end = Math.min(text.length, start + random.below(40));
  if (kind === "delete") return { start, end, newText: "" };
  if (kind === "piece") return { start, end: start, newText: pieceFor(text, random) };
  if (kind === "odd") return { start, end: start, newText: random.pick(ODD_PIECES) };
  if (kind === "character")
    return { start, end: Math.min(text.length, start + 1), newText: randomCharacter(random) };
  if (kind === "splice") return { start, end, newText: partOf(other, random) };
  return editOfLine(text, kind, { random, start });
}

/** The text after an edit. */
export function edited(text: string, { start, end, newText }: Edit): string {
  return text.slice(0, start) + newText + text.slice(end);
}

interface At {
  readonly random: Random;
  readonly start: number;
}

/** Edits of whole lines: the mistakes that people make. */
function editOfLine(
  text: string,
  kind: "insert" | "repeat" | "swap" | "indent",
  { random, start }: At,
): Edit {
  const from = text.lastIndexOf("\n", Math.max(0, start - 1)) + 1;
  const found = text.indexOf("\n", from);
  const end = found === -1 ? text.length : found + 1;
  const line = text.slice(from, end);
  if (kind === "repeat") return { start: from, end: from, newText: line };
  if (kind === "indent") return { start: from, end: from, newText: " ".repeat(1 + random.below(4)) };
  if (kind === "insert") return { start: from, end: from, newText: `${pieceFor(text, random).trimEnd()}\n` };
  const next = text.indexOf("\n", end);
  const after = next === -1 ? text.length : next + 1;
  return { start: from, end: after, newText: text.slice(end, after) + line };
}

function pieceFor(text: string, random: Random): string {
  return random.pick(/^\s*(?:FROM|ARG)\s/imu.test(text) ? DOCKERFILE_PIECES : YAML_PIECES);
}

function randomCharacter(random: Random): string {
  return String.fromCharCode(random.below(4) === 0 ? random.below(0x10000) : 9 + random.below(118));
}

function partOf(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  return text.slice(start, start + random.below(200));
}
