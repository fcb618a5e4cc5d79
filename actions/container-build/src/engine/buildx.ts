import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, basename, join } from "node:path";
import { childEnvironment, type Environment } from "@plimsoll/action-kit";
import { repeated } from "./buildah.ts";
import { type Engine, type EngineContext, type EngineJob, runEngine } from "./engine.ts";

/** Says where BuildKit runs; none of them is a secret. */
const SETTINGS = [
  "DOCKER_HOST",
  "DOCKER_CONTEXT",
  "DOCKER_CERT_PATH",
  "DOCKER_TLS_VERIFY",
  "BUILDX_BUILDER",
  "BUILDX_CONFIG",
] as const;

/** Builds with Docker's buildx: by its plug-in through `docker`, or by the plug-in alone. */
export async function openBuildx(context: EngineContext): Promise<Engine> {
  const words = basename(context.program).startsWith("docker-buildx") ? [] : ["buildx"];
  const environment = childEnvironment(context.ports.environment);
  const said = await runEngine(context, { args: [...words, "version"], cwd: "/", environment });
  const version = /v?\d+\.\d+\.\d+\S*/u.exec(said)?.[0] ?? "unknown";
  return { name: "buildx", version, frontend: true, build: (job) => build(context, job, words) };
}

async function build(context: EngineContext, job: EngineJob, words: readonly string[]): Promise<void> {
  // The list that belongs to a Dockerfile is looked for beside it.
  if (job.ignoreFile !== undefined) copyFileSync(job.ignoreFile, `${job.pinnedDockerfile}.dockerignore`);
  const docker = join(job.folder, "docker");
  mkdirSync(docker, { recursive: true, mode: 0o700 });
  writeFileSync(join(docker, "config.json"), configuration(job, homeFolder(context.ports.environment)));
  await runEngine(context, {
    args: [...words, ...buildxArguments(job)],
    cwd: dirname(job.pinnedDockerfile),
    environment: environmentOf(context, job, docker),
  });
}

/** Our logins, and where plug-ins may lie that are looked for beside the logins. */
function configuration(job: EngineJob, home: string): string {
  const logins: object = JSON.parse(readFileSync(job.loginFile, "utf8"));
  return JSON.stringify({ ...logins, cliPluginsExtraDirs: [join(home, "cli-plugins")] });
}

/** The folder of Docker's configuration of the user. */
function homeFolder(own: Environment): string {
  return own["DOCKER_CONFIG"] ?? join(own["HOME"] ?? "/", ".docker");
}

/** Arguments of `docker buildx build` that make the same image of the same input. We attest ourselves, what was built alone. */
export function buildxArguments(job: EngineJob): readonly string[] {
  const { request } = job;
  return [
    "build",
    "--progress",
    "plain",
    "--provenance=false",
    "--sbom=false",
    "--output",
    `type=oci,dest=${job.layout},tar=false,oci-mediatypes=true,rewrite-timestamp=true`,
    "--file",
    job.pinnedDockerfile,
    ...(request.platforms.length === 0 ? [] : ["--platform", request.platforms.join(",")]),
    ...(request.target === undefined ? [] : ["--target", request.target]),
    ...(request.network === "default" ? [] : ["--network", request.network]),
    ...repeated("--build-arg", request.buildArgs),
    ...repeated("--label", job.labels),
    ...repeated("--annotation", job.annotations),
    ...job.secrets.flatMap(({ id, path }) => ["--secret", `id=${id},src=${path}`]),
    request.context,
  ];
}

function environmentOf(
  { ports }: EngineContext,
  job: EngineJob,
  docker: string,
): Readonly<Record<string, string>> {
  const own = ports.environment;
  const settings = SETTINGS.flatMap((name) => {
    const value = own[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // Builders are remembered in the home folder's configuration, which is not the one with our logins.
  const builders = own["BUILDX_CONFIG"] ?? join(homeFolder(own), "buildx");
  return childEnvironment(own, {
    network: true,
    set: {
      ...Object.fromEntries(settings),
      DOCKER_CONFIG: docker,
      BUILDX_CONFIG: builders,
      SOURCE_DATE_EPOCH: String(job.epoch),
    },
  });
}
