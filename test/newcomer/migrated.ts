import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Text by path. */
export type Files = Readonly<Record<string, string>>;

/** A finding as far as a comparison with other tools needs it. */
export interface Verdict {
  readonly file: string;
  readonly line: number;
  /** Kind and name of the object, with a blank between; empty in a Dockerfile. */
  readonly object: string;
  readonly rule: string;
  readonly severity: string;
  /** The checks of other tools that it stands for. */
  readonly aliases: readonly string[];
}

const main = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));

/** Runs the command line as a process of its own. Exit code 1 tells of findings; more is a failure. */
function plimsoll(folder: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=source", main, ...words], {
    cwd: folder,
    env: { PATH: process.env["PATH"] },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`plimsoll ${words.join(" ")}: ${status}\n${stderr}`);
  return stdout;
}

interface Report {
  readonly findings: readonly {
    readonly file: string;
    readonly range: { readonly start: { readonly line: number } };
    readonly resource?: { readonly kind: string; readonly name: string };
    readonly ruleId: string;
    readonly severity: string;
    readonly aliases: readonly string[];
  }[];
}

function check(folder: string, ...words: readonly string[]): readonly Verdict[] {
  const { findings }: Report = JSON.parse(plimsoll(folder, "check", "--format", "json", ...words));
  return findings.map(({ file, range, resource, ruleId, severity, aliases }) => ({
    file,
    line: range.start.line,
    object: resource === undefined ? "" : `${resource.kind} ${resource.name}`,
    rule: ruleId,
    severity,
    aliases,
  }));
}

/** Writes files into a new folder, lets `use` work in it and takes it away. */
export function withFolder<Result>(files: Files, use: (folder: string) => Result): Result {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-newcomer-")));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Plimsoll finds before and after the one command of a newcomer, and what that command printed. */
export interface Migrated {
  readonly before: readonly Verdict[];
  readonly after: readonly Verdict[];
  readonly printed: string;
}

/** Takes the way of a newcomer: a repository with the settings of other tools, `plimsoll migrate`, `plimsoll check`. */
export function migrate(files: Files): Migrated {
  return withFolder(files, (folder) => ({
    before: check(folder, "--config", "none"),
    printed: plimsoll(folder, "migrate", "--approver", "J. Doe (ISSM)", "--expires", expiry()),
    after: check(folder),
  }));
}

/** In three months: a waiver that has ended counts for nothing, and one may not hold longer than a year. */
function expiry(): string {
  return new Date(Date.now() + 90 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** `object check` of the findings that stand for checks of one tool, in order, each once. */
export function checksOf(tool: string, verdicts: readonly Verdict[]): readonly string[] {
  const lines = verdicts.flatMap(({ file, object, aliases }) =>
    aliases
      .filter((alias) => alias.startsWith(`${tool}:`))
      .map((alias) => `${object || file} ${alias.slice(tool.length + 1)}`),
  );
  return [...new Set(lines)].sort();
}
