import { attached, resolveWord, type Dockerfile, type Instruction, type Span } from "@plimsoll/syntax";
import { finalInstructions } from "../shared-stages/final-image.ts";

/** A port, or range of ports, that EXPOSE names. */
export interface ExposedPort {
  readonly instruction: Instruction;
  readonly port: number;
  /** The end of a range; the port itself where there is none. */
  readonly last: number;
  readonly protocol: string;
  /** The port and protocol as written. */
  readonly at: Span;
  /** Where the number, or range, stands; undefined where a variable brings it. */
  readonly number: Span | undefined;
}

const MEMO = attached<Dockerfile, readonly ExposedPort[]>();

/** The ports that the resulting image exposes, with variables put in. What is no port and what is not known is left out. */
export function exposedPorts(file: Dockerfile): readonly ExposedPort[] {
  const known = MEMO.get(file);
  if (known !== undefined) return known;
  const ports: ExposedPort[] = [];
  for (const instruction of finalInstructions(file, "EXPOSE")) {
    for (const word of instruction.words) {
      const { text, unresolved } = resolveWord(file, instruction, word);
      if (unresolved.length > 0) continue;
      // One variable may hold several ports.
      for (const part of text.split(/[ \t]+/)) {
        const literal = word.raw === part;
        const found = readPort(part);
        if (found === undefined) continue;
        const number = literal ? { start: word.start, end: word.start + found.length } : undefined;
        ports.push({ instruction, ...found, at: word, number });
      }
    }
  }
  MEMO.set(file, ports);
  return ports;
}

function readPort(
  text: string,
): { port: number; last: number; protocol: string; length: number } | undefined {
  const match = /^([0-9]{1,5})(?:-([0-9]{1,5}))?(?:\/([A-Za-z]+))?$/.exec(text);
  if (match === null) return undefined;
  const port = Number(match[1]);
  const last = match[2] === undefined ? port : Number(match[2]);
  const length = text.includes("/") ? text.indexOf("/") : text.length;
  return { port, last, protocol: (match[3] ?? "tcp").toLowerCase(), length };
}
