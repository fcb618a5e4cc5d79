import type { Span, SyntaxProblem } from "../source/span.ts";

/** Codes of what the parser of BuildKit refuses, whatever the instructions mean. */
export const DOCKERFILE_PARSE_CODES = [
  "dockerfile/no-instructions",
  "dockerfile/duplicate-directive",
  "dockerfile/invalid-escape",
  "dockerfile/json-not-strings",
  "dockerfile/pair-without-value",
  "dockerfile/pair-without-equals",
  "dockerfile/unterminated-heredoc",
  "dockerfile/line-too-long",
  "dockerfile/too-long",
  "dockerfile/too-many-instructions",
  "dockerfile/too-many-words",
] as const;

/** Codes of what parses and that the builder refuses when it reads the meaning. */
export const DOCKERFILE_BUILD_CODES = [
  "dockerfile/empty-instruction",
  "dockerfile/unknown-instruction",
  "dockerfile/missing-arguments",
  "dockerfile/too-many-arguments",
  "dockerfile/no-from",
  "dockerfile/before-from",
  "dockerfile/invalid-from",
  "dockerfile/invalid-stage-name",
  "dockerfile/unknown-flag",
  "dockerfile/duplicate-flag",
  "dockerfile/flag-without-value",
  "dockerfile/invalid-flag-value",
  "dockerfile/invalid-mount",
  "dockerfile/onbuild-chained",
  "dockerfile/onbuild-not-allowed",
  "dockerfile/blank-name",
  "dockerfile/blank-volume",
  "dockerfile/shell-not-json",
  "dockerfile/invalid-healthcheck",
  "dockerfile/heredoc-destination",
  "dockerfile/bad-substitution",
  "dockerfile/bad-value",
  "dockerfile/too-many-problems",
] as const;

export type DockerfileParseCode = (typeof DOCKERFILE_PARSE_CODES)[number];
export type DockerfileBuildCode = (typeof DOCKERFILE_BUILD_CODES)[number];
export type DockerfileProblemCode = DockerfileParseCode | DockerfileBuildCode;

const PARSE_CODES: ReadonlySet<string> = new Set(DOCKERFILE_PARSE_CODES);

/** True for a problem of the grammar, false for one of the meaning (an unknown instruction, a missing FROM). */
export function isDockerfileParseProblem(problem: SyntaxProblem): boolean {
  return PARSE_CODES.has(problem.code);
}

/** Adds a problem; what the scanners share to report. */
export type Report = (code: DockerfileProblemCode, span: Span, message: string) => void;
