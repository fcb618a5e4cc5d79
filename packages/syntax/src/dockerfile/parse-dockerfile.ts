import type { Span, SyntaxProblem } from "../source/span.ts";
import { scanDirective } from "./directives.ts";
import { checkInstruction } from "./instruction-checks.ts";
import { parseInstruction } from "./instruction-parser.ts";
import { LineReader, isAllSpace } from "./line-reader.ts";
import type { Directive, Dockerfile, Instruction } from "./nodes.ts";
import type { DockerfileProblemCode, Report } from "./problems.ts";
import { recordShells } from "./shell-in-force.ts";
import { buildStages } from "./stages.ts";

/** What is known from outside the file. */
export interface ParseDockerfileOptions {
  /** Values given with `--build-arg`. */
  readonly buildArgs?: ReadonlyMap<string, string>;
}

/** Longest text that is read, in UTF-16 units; the rest is left out and reported. */
export const MAX_DOCKERFILE_LENGTH = 8_000_000;
/** Instructions that are read; what comes after is left out and reported. */
export const MAX_INSTRUCTIONS = 5000;
const MAX_PROBLEMS = 1000;
/** BuildKit reads lines into a buffer of 64 KiB. */
const MAX_LINE = 65_535;

/** Said even where too many problems have been found, since they tell that something was not read. */
const LIMITS: ReadonlySet<string> = new Set<DockerfileProblemCode>([
  "dockerfile/line-too-long",
  "dockerfile/too-long",
  "dockerfile/too-many-instructions",
  "dockerfile/too-many-words",
]);

const NO_OPTIONS: ParseDockerfileOptions = {};

/**
 * Reads a Dockerfile as BuildKit does, and goes on where BuildKit stops: what is wrong stands in `problems`, in the order of
 * the text. Never throws. Linear in the length of the text.
 */
export function parseDockerfile(text: string, options: ParseDockerfileOptions = NO_OPTIONS): Dockerfile {
  return new DockerfileParser(text).parse(options);
}

class DockerfileParser {
  readonly #text: string;
  readonly #reader: LineReader;
  readonly #problems: SyntaxProblem[] = [];
  readonly #directives: Directive[] = [];
  readonly #instructions: Instruction[] = [];
  #stage = -1;
  #hasEmpty = false;
  #hasMore = false;

  constructor(text: string) {
    this.#text = text;
    this.#reader = new LineReader(
      text.length > MAX_DOCKERFILE_LENGTH ? text.slice(0, MAX_DOCKERFILE_LENGTH) : text,
    );
  }

  readonly #report: Report = (code: DockerfileProblemCode, span: Span, message: string): void => {
    const { start, end } = span;
    if (this.#problems.length < MAX_PROBLEMS || LIMITS.has(code)) {
      this.#problems.push({ start, end, code, message });
    } else if (!this.#hasMore) {
      this.#hasMore = true;
      this.#problems.push({
        start,
        end,
        code: "dockerfile/too-many-problems",
        message: "problems from here on are not listed",
      });
    }
  };

  parse(options: ParseDockerfileOptions): Dockerfile {
    this.#readAll();
    this.#checkWhole();
    const buildArgs = options.buildArgs ?? new Map<string, string>();
    const { stages, globalArgs } = buildStages(this.#instructions, {
      buildArgs,
      escapeCode: this.#reader.escapeCode,
      report: this.#report,
    });
    recordShells(stages);
    return {
      text: this.#text,
      escape: this.#reader.escapeCode === 96 ? "`" : "\\",
      directives: this.#directives,
      comments: this.#reader.comments,
      instructions: this.#instructions,
      stages,
      buildArgs,
      globalArgs,
      problems: this.#problems.sort((a, b) => a.start - b.start || a.end - b.end),
    };
  }

  #readAll(): void {
    const reader = this.#reader;
    let inDirectives = true;
    while (reader.advance()) {
      if (inDirectives) {
        inDirectives = this.#readDirective();
        if (inDirectives) continue;
      }
      if (reader.takeComment()) continue;
      const raw = reader.readInstruction();
      if (raw === undefined) continue;
      if (isAllSpace(raw.line.text)) {
        this.#hasEmpty = true;
        this.#report("dockerfile/empty-instruction", raw.extent, "a continued line holds no instruction");
        continue;
      }
      if (this.#instructions.length >= MAX_INSTRUCTIONS) {
        const message = `only the first ${MAX_INSTRUCTIONS} instructions are read`;
        this.#report("dockerfile/too-many-instructions", raw.extent, message);
        return;
      }
      const { keyword } = this.#add(raw);
      if (keyword === "FROM") this.#stage += 1;
    }
  }

  #add(raw: Parameters<typeof parseInstruction>[0]): Instruction {
    const { text } = raw.line;
    const isFrom = /^\s*from(?:[\t\v\f\r ]|$)/i.test(text.slice(0, 40));
    const instruction = parseInstruction(raw, {
      reader: this.#reader,
      report: this.#report,
      stage: isFrom ? this.#stage + 1 : this.#stage,
      index: this.#instructions.length,
    });
    checkInstruction(instruction, this.#report);
    this.#instructions.push(instruction);
    return instruction;
  }

  /** True where the current line is a directive, so that the next one may be one too. */
  #readDirective(): boolean {
    const reader = this.#reader;
    const directive = scanDirective(reader.text, reader.lineStart, reader.lineEnd);
    if (directive === undefined) return false;
    if (this.#directives.some((other) => other.name === directive.name)) {
      this.#report("dockerfile/duplicate-directive", directive, `${directive.name} is set twice`);
      return true;
    }
    this.#directives.push(directive);
    if (directive.name !== "escape") return true;
    if (directive.value === "`") reader.escapeCode = 96;
    else if (directive.value !== "\\") {
      this.#report("dockerfile/invalid-escape", directive.valueSpan, "escape is either \\ or `");
    }
    return true;
  }

  #checkWhole(): void {
    const reader = this.#reader;
    const start = { start: 0, end: 0 };
    if (this.#instructions.length === 0 && !this.#hasEmpty) {
      this.#report("dockerfile/no-instructions", start, "the file holds no instruction");
    }
    if (this.#text.length > MAX_DOCKERFILE_LENGTH) {
      const span = { start: MAX_DOCKERFILE_LENGTH, end: this.#text.length };
      this.#report("dockerfile/too-long", span, "the file is read up to here only");
    }
    if (reader.longest > MAX_LINE) {
      const span = { start: reader.longestAt, end: reader.longestAt + reader.longest };
      this.#report("dockerfile/line-too-long", span, `BuildKit reads no line of more than ${MAX_LINE} bytes`);
    }
  }
}
