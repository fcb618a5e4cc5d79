import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ActionFailure } from "../failure/action-failure.ts";
import type { Environment } from "../inputs/read-inputs.ts";

/** A file of evidence. */
export interface WrittenFile {
  /** From the folder, with slashes. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,127}){0,3}$/;

/** The folder that an action leaves its evidence in. Several actions of a job may share one. */
export class EvidenceFolder {
  /** Absolute. */
  readonly path: string;
  readonly #files = new Map<string, WrittenFile>();

  /**
   * Opens the folder, and makes it where it is not there.
   * @throws ActionFailure `evidence/folder` where that cannot be done
   */
  constructor(path: string) {
    try {
      mkdirSync(path, { recursive: true });
      this.path = realpathSync(path);
    } catch (error) {
      throw failure(path, error);
    }
  }

  /**
   * Writes a file, in one step: nobody sees half of it. A file of that name is replaced, never followed where it is a link.
   * @throws ActionFailure `evidence/folder` where the name leads elsewhere or the file cannot be written
   */
  write(name: string, content: string | Uint8Array): WrittenFile {
    if (!NAME.test(name)) throw failure(name, new Error("it is no plain name"));
    const path = join(this.path, name);
    try {
      this.#makeFolders(dirname(name));
      const scratch = `${path}.part-${process.pid}`;
      rmSync(scratch, { force: true });
      writeFileSync(scratch, content, { flag: "wx" });
      renameSync(scratch, path);
    } catch (error) {
      throw failure(path, error);
    }
    const file = { name, path, sha256: createHash("sha256").update(content).digest("hex") };
    this.#files.set(name, file);
    return file;
  }

  /** What this action wrote, by name. */
  files(): readonly WrittenFile[] {
    return [...this.#files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** SHA-256 over names and digests of what this action wrote, in the form of `sha256sum`: `sha256:…`. */
  digest(): string {
    const lines = this.files().map(({ name, sha256 }) => `${sha256}  ${name}\n`);
    return `sha256:${createHash("sha256").update(lines.join("")).digest("hex")}`;
  }

  #makeFolders(folder: string): void {
    if (folder === ".") return;
    let path = this.path;
    for (const part of folder.split("/")) {
      path = join(path, part);
      mkdirSync(path, { recursive: true });
      if (!lstatSync(path).isDirectory()) throw new Error("it leads through a link");
    }
  }
}

/** The folder that an input names, from the step's folder; without one, a folder among the temporary files of the job. */
export function evidenceFolderPath(given: string | undefined, environment: Environment): string {
  if (given !== undefined) return resolve(environment["GITHUB_WORKSPACE"] ?? process.cwd(), given);
  const temporary = environment["RUNNER_TEMP"];
  if (temporary !== undefined && temporary !== "") return join(temporary, "plimsoll-evidence");
  throw new ActionFailure({
    code: "evidence/folder",
    message: "There is no folder for the evidence: RUNNER_TEMP is not set.",
    nextStep: "Name a folder in `output-dir`.",
  });
}

function failure(path: string, cause: unknown): ActionFailure {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ActionFailure({
    code: "evidence/folder",
    message: `Evidence cannot be written to ${JSON.stringify(path)}: ${reason}.`,
    nextStep: "Name another folder in `output-dir`, or correct its permissions.",
    cause,
  });
}
