import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CommandName } from "../arguments/command.ts";
import { findCommand } from "../arguments/commands.ts";
import type { Arguments } from "../arguments/option.ts";
import { parseArguments } from "../arguments/parse-arguments.ts";
import { ALL_COMMANDS } from "../all-commands.ts";
import { run } from "../run.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What a command line left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with files, and command lines run in it. */
export interface Workbench {
  readonly root: string;
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
  readonly read: (path: string) => string;
  /** Runs a command line in this process, through the front door and a terminal of its own. */
  readonly plimsoll: (...words: string[]) => Promise<Outcome>;
  /** The same with settings of the terminal. */
  readonly plimsollWith: (terminal: Partial<Terminal>, ...words: string[]) => Promise<Outcome>;
  readonly [Symbol.dispose]: () => void;
}

/** Tests neither find tools of the machine (but git) nor colours, nor the day on which they run. */
const TODAY = "2026-11-24";

export function workbench(files: Readonly<Record<string, string | Buffer>> = {}): Workbench {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-cli-")));
  const write = (wanted: Readonly<Record<string, string | Buffer>>): void => {
    for (const [path, content] of Object.entries(wanted)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  };
  write(files);
  const plimsollWith = async (settings: Partial<Terminal>, ...words: string[]): Promise<Outcome> => {
    let stdout = "";
    let stderr = "";
    const terminal: Terminal = {
      cwd: root,
      environment: { PATH: process.env["PATH"] },
      width: 100,
      outputIsTerminal: false,
      errorsAreTerminal: false,
      print: (text) => {
        stdout += text;
        return Promise.resolve();
      },
      printError: (text) => {
        stderr += text;
      },
      readInput: () => Promise.resolve(Buffer.alloc(0)),
      today: () => TODAY,
      ...settings,
    };
    const code = await run(words, { terminal, bodies: ALL_COMMANDS });
    return { code, stdout, stderr };
  };
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), "utf8"),
    plimsoll: (...words) => plimsollWith({}, ...words),
    plimsollWith,
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The arguments of a command line of one command. */
export function argumentsOf(name: CommandName, words: readonly string[]): Arguments {
  const command = findCommand(name);
  if (command === undefined) throw new RangeError(`there is no command ${name}`);
  return parseArguments(command, words);
}

/** Starts the command as a process of its own, from source. */
export function startProcess(
  cwd: string,
  words: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcess {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  return spawn(process.execPath, ["--conditions=source", main, ...words], {
    cwd,
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Waits for a process and collects what it wrote. */
export function finish(child: ChildProcess): Promise<Outcome> {
  return new Promise((resolve) => {
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr?.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on("close", (code, signal) =>
      resolve({ code: code ?? (signal === "SIGINT" ? 130 : -1), stdout, stderr }),
    );
  });
}
