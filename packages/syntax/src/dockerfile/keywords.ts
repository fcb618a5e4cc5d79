/** How the arguments of an instruction are read. */
export type ArgumentShape =
  /** Words between blanks. */
  | "list"
  /** A JSON array, or words between blanks. */
  | "json-or-list"
  /** A JSON array, or a command for the shell. */
  | "command"
  | "pairs"
  | "arguments"
  /** One argument, blanks included. */
  | "string"
  | "healthcheck"
  | "onbuild";

export interface Keyword {
  readonly shape: ArgumentShape;
  readonly min: number;
  readonly max: number;
  /** Flags with a value, flags that are true or false, and those of both kinds that may be given more than once. */
  readonly valueFlags: readonly string[];
  readonly booleanFlags: readonly string[];
  readonly repeatable: readonly string[];
}

function keyword(shape: ArgumentShape, min: number, max: number, flags?: Partial<Keyword>): Keyword {
  return { shape, min, max, valueFlags: [], booleanFlags: [], repeatable: [], ...flags };
}

const HEALTH_FLAGS = ["interval", "timeout", "start-period", "start-interval", "retries"];
const MANY = Number.POSITIVE_INFINITY;

const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ["FROM", keyword("list", 1, 3, { valueFlags: ["platform"] })],
  [
    "RUN",
    keyword("command", 0, MANY, {
      valueFlags: ["mount", "network", "security", "device"],
      repeatable: ["mount", "device"],
    }),
  ],
  ["CMD", keyword("command", 0, MANY)],
  ["LABEL", keyword("pairs", 1, MANY)],
  ["MAINTAINER", keyword("string", 1, 1)],
  ["EXPOSE", keyword("list", 1, MANY)],
  ["ENV", keyword("pairs", 1, MANY)],
  [
    "ADD",
    keyword("json-or-list", 2, MANY, {
      valueFlags: ["chown", "chmod", "checksum", "exclude"],
      booleanFlags: ["link", "keep-git-dir", "unpack"],
      repeatable: ["exclude"],
    }),
  ],
  [
    "COPY",
    keyword("json-or-list", 2, MANY, {
      valueFlags: ["from", "chown", "chmod", "exclude"],
      booleanFlags: ["link", "parents"],
      repeatable: ["exclude"],
    }),
  ],
  ["ENTRYPOINT", keyword("command", 0, MANY)],
  ["VOLUME", keyword("json-or-list", 1, MANY)],
  ["USER", keyword("string", 1, 1)],
  ["WORKDIR", keyword("string", 1, 1)],
  ["ARG", keyword("arguments", 1, MANY)],
  ["ONBUILD", keyword("onbuild", 1, MANY)],
  ["STOPSIGNAL", keyword("string", 1, 1)],
  ["HEALTHCHECK", keyword("healthcheck", 1, MANY, { valueFlags: HEALTH_FLAGS })],
  ["SHELL", keyword("command", 1, MANY)],
]);

/** The instructions that a Dockerfile may hold, upper case. */
export const DOCKERFILE_KEYWORDS: readonly string[] = [...KEYWORDS.keys()];

/** What is known of an instruction by its upper-case name, or undefined where there is no such instruction. */
export function keywordOf(name: string): Keyword | undefined {
  return KEYWORDS.get(name);
}
