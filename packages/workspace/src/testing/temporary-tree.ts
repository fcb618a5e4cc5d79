import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder that lives as long as a test. */
export interface TemporaryTree {
  /** Absolute real path. */
  readonly root: string;
  /** Writes files by their paths from the root. */
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
  /** Runs git in the folder, with an identity of its own. */
  readonly git: (...args: string[]) => string;
  readonly [Symbol.dispose]: () => void;
}

/** Makes a folder with files in it. */
export function temporaryTree(files: Readonly<Record<string, string | Buffer>> = {}): TemporaryTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-test-")));
  const write = (wanted: Readonly<Record<string, string | Buffer>>): void => {
    for (const [path, content] of Object.entries(wanted)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  };
  write(files);
  return {
    root,
    write,
    git: (...args) =>
      execFileSync("git", [...IDENTITY, ...args], { cwd: root, encoding: "utf8", env: GIT_ENVIRONMENT }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

const IDENTITY = [
  "-c",
  "user.name=Test",
  "-c",
  "user.email=test@example.com",
  "-c",
  "init.defaultBranch=main",
];

/** Nothing of the machine's own git configuration may change what a test sees. */
const GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};
