import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnvironment } from "@plimsoll/action-kit";
import { type Engine, type EngineContext, type EngineJob, runEngine } from "./engine.ts";

/** The name of the image within the engine's own storage. */
const LOCAL_NAME = "localhost/plimsoll:built";

/** Says how buildah runs programs on this machine; it is no secret. */
const SETTINGS = ["BUILDAH_ISOLATION", "STORAGE_DRIVER", "STORAGE_OPTS"] as const;

/** Builds with buildah, in storage of its own: what lies in the machine's storage under the name of a base image is never used. */
export async function openBuildah(context: EngineContext): Promise<Engine> {
  const environment = childEnvironment(context.ports.environment);
  const said = await runEngine(context, { args: ["--version"], cwd: "/", environment });
  const version = /\d+\.\d+\.\d+\S*/u.exec(said)?.[0] ?? "unknown";
  return { name: "buildah", version, frontend: false, build: (job) => build(context, job) };
}

async function build(context: EngineContext, job: EngineJob): Promise<void> {
  const storage = join(job.folder, "storage");
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  const registries = join(job.folder, "registries.conf");
  writeFileSync(registries, registriesFile(job.plainRegistries));
  const run = (args: readonly string[]): Promise<string> =>
    runEngine(context, {
      args: ["--root", join(storage, "root"), "--runroot", join(storage, "run"), ...args],
      cwd: job.folder,
      environment: environmentOf(context, registries),
    });
  const isList = job.request.platforms.length > 1;
  try {
    await run(buildArguments(job, isList));
    const target = `oci:${job.layout}:built`;
    if (isList) await run(["manifest", "push", "--all", "--format", "oci", LOCAL_NAME, target]);
    else await run(["push", "--format", "oci", LOCAL_NAME, target]);
  } finally {
    await cleanUp(context, job, run);
  }
}

/** Storage that stays mounted could not be removed with the job's temporary files. */
async function cleanUp(
  context: EngineContext,
  job: EngineJob,
  run: (args: readonly string[]) => Promise<string>,
): Promise<void> {
  try {
    if (job.request.platforms.length > 1) await run(["manifest", "rm", LOCAL_NAME]);
    await run(["rm", "--all"]);
    await run(["rmi", "--all", "--force"]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    context.ports.log.warning(`The engine's storage could not be emptied: ${reason}`);
  }
}

/** Arguments of `buildah build` that make the same image of the same input, whenever and by whomever it is run. */
export function buildArguments(job: EngineJob, isList: boolean): readonly string[] {
  const { request } = job;
  return [
    "build",
    "--format",
    "oci",
    // The history names owners of source files, which differ from machine to machine.
    "--omit-history",
    "--identity-label=false",
    "--timestamp",
    String(job.epoch),
    "--authfile",
    job.loginFile,
    "--file",
    job.pinnedDockerfile,
    ...(isList ? ["--manifest", LOCAL_NAME] : ["--tag", LOCAL_NAME]),
    ...(request.platforms.length === 0 ? [] : ["--platform", request.platforms.join(",")]),
    ...(request.target === undefined ? [] : ["--target", request.target]),
    ...(request.network === "default" ? [] : ["--network", request.network]),
    ...(job.ignoreFile === undefined ? [] : ["--ignorefile", job.ignoreFile]),
    ...repeated("--build-arg", request.buildArgs),
    ...repeated("--label", job.labels),
    ...repeated("--annotation", job.annotations),
    ...job.secrets.flatMap(({ id, path }) => ["--secret", `id=${id},src=${path}`]),
    request.context,
  ];
}

/** An option for each pair of a map, in the order of the keys. */
export function repeated(option: string, pairs: ReadonlyMap<string, string>): readonly string[] {
  const sorted = [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([key, value]) => [option, `${key}=${value}`]);
}

function environmentOf({ ports }: EngineContext, registries: string): Readonly<Record<string, string>> {
  const settings = SETTINGS.flatMap((name) => {
    const value = ports.environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return childEnvironment(ports.environment, {
    network: true,
    set: { ...Object.fromEntries(settings), CONTAINERS_REGISTRIES_CONF: registries },
  });
}

/** Encryption is left out for registries on this machine only. Names of hosts were read by our own parser, so no quote is in them. */
function registriesFile(plain: readonly string[]): string {
  const entries = plain.map((host) => `[[registry]]\nlocation = "${host}"\ninsecure = true\n`);
  return ["unqualified-search-registries = []\n", ...entries].join("\n");
}
