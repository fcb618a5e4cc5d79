import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Environment, readBounded, type Secrets } from "@plimsoll/action-kit";
import type { Inputs } from "../inputs.generated.ts";
import { pairs } from "./build-request.ts";
import { inputFailure } from "./failure.ts";

/** A secret that RUN instructions may mount. */
export interface BuildSecret {
  readonly id: string;
  /** A private file with its value, outside the workspace. */
  readonly path: string;
  readonly value: Buffer;
}

/** BuildKit takes no larger secret. */
const MAXIMUM_BYTES = 500 * 1024;
const ID = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

/** What gathering secrets needs. */
export interface SecretSources {
  readonly environment: Environment;
  readonly secrets: Secrets;
  readonly workspace: string;
  /** A private folder for the values. */
  readonly folder: string;
}

/**
 * Gathers the secrets of the build: each is masked and put into a private file, so that no argument and no variable of a program
 * holds its value.
 * @throws ActionFailure `build/input`, or that of a file that cannot be read
 */
export function gatherSecrets(inputs: Inputs, sources: SecretSources): readonly BuildSecret[] {
  const values = new Map<string, Buffer>();
  const add = (input: string, id: string, value: Buffer): void => {
    if (values.has(id))
      throw inputFailure(`${input}: the secret ${id} is given twice.`, "Give each id once.");
    if (value.length === 0)
      throw inputFailure(`${input}: the secret ${id} is empty.`, "Check where it comes from.");
    values.set(id, value);
  };
  for (const [id, value] of pairs("secrets", inputs.secrets, ID)) add("secrets", id, Buffer.from(value));
  for (const [id, name] of pairs("secret-envs", inputs.secretEnvs, ID))
    add("secret-envs", id, Buffer.from(sources.environment[name] ?? ""));
  for (const [id, path] of pairs("secret-files", inputs.secretFiles, ID))
    add("secret-files", id, readBounded(resolve(sources.workspace, path), MAXIMUM_BYTES));
  for (const value of values.values()) sources.secrets.add(value.toString("utf8"));
  refuseInTheOpen(inputs, sources.secrets);
  return writeSecrets(values, sources.folder);
}

/** Arguments, labels and annotations can be read in the image and in its provenance. */
function refuseInTheOpen({ buildArgs, labels, annotations }: Inputs, secrets: Secrets): void {
  for (const [input, lines] of Object.entries({ "build-args": buildArgs, labels, annotations })) {
    const open = lines.find((line) => secrets.redact(line) !== line);
    if (open === undefined) continue;
    const name = secrets.redact(open.slice(0, Math.max(0, open.indexOf("="))));
    throw inputFailure(`${input}: ${name} holds a secret.`, "Mount it with `RUN --mount=type=secret`.");
  }
}

function writeSecrets(values: ReadonlyMap<string, Buffer>, folder: string): readonly BuildSecret[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return [...values].map(([id, value]) => {
    // The id of one secret must not tell where another lies.
    const path = join(folder, randomUUID());
    writeFileSync(path, value, { mode: 0o600, flag: "wx" });
    return { id, path, value };
  });
}
