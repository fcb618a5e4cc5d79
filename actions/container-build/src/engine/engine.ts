import { ActionFailure, type ActionPorts, type Command, findProgram } from "@plimsoll/action-kit";
import type { BuildRequest } from "../request/build-request.ts";
import type { BuildSecret } from "../request/build-secrets.ts";

/** What an engine is to build. */
export interface EngineJob {
  readonly request: BuildRequest;
  /** The Dockerfile with all digests in it. */
  readonly pinnedDockerfile: string;
  /** The list of files to leave out that belongs to the Dockerfile alone, where there is one. */
  readonly ignoreFile: string | undefined;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  readonly secrets: readonly BuildSecret[];
  /** Seconds since 1970. */
  readonly epoch: number;
  /** A private folder for the engine's own files. */
  readonly folder: string;
  /** Where the OCI layout goes; not there yet. */
  readonly layout: string;
  /** File of logins, of Docker's form. */
  readonly loginFile: string;
  /** Registries that are spoken to without encryption, as they are on this machine. */
  readonly plainRegistries: readonly string[];
}

/** A program that builds images. */
export interface Engine {
  readonly name: "buildah" | "buildx";
  readonly version: string;
  /** Whether `# syntax=` has a meaning to it. */
  readonly frontend: boolean;
  readonly build: (job: EngineJob) => Promise<void>;
}

/** What engines have in common. */
export interface EngineContext {
  readonly program: string;
  readonly ports: ActionPorts;
  readonly timeoutMilliseconds: number;
}

const MAXIMUM_OUTPUT = 64 * 1024 * 1024;

/**
 * Runs one program of an engine, with its lines in the log.
 * @throws ActionFailure `build/engine` where it does not end well
 */
export async function runEngine(
  { ports, timeoutMilliseconds, program }: EngineContext,
  command: Pick<Command, "args" | "cwd" | "environment">,
): Promise<string> {
  const outcome = await ports.runCommand({
    ...command,
    program,
    timeoutMilliseconds,
    maximumBytes: MAXIMUM_OUTPUT,
    onLine: (line) => ports.log.info(line),
  });
  if (outcome.kind === "exited" && outcome.status === 0) return outcome.stdout.toString("utf8");
  const what = `${program} ${command.args.find((arg) => !arg.startsWith("-") && !arg.startsWith("/")) ?? ""}`;
  if (outcome.kind === "not-started") throw engineFailure(`${what} does not start: ${outcome.reason}`);
  const why = { exited: "failed", "timed-out": "took too long", "too-large": "wrote too much" }[outcome.kind];
  const last = outcome.stderr.trim().split("\n").at(-1) ?? "";
  throw engineFailure(`${what} ${why}: ${last.slice(0, 500)}`);
}

/** The engine that an input asks for; of `auto`, the first that is installed. */
export function findEngine(
  wanted: "auto" | "buildah" | "buildx",
  search: {
    readonly folders: readonly string[];
    readonly path: string | undefined;
    readonly notInside: string;
  },
): { readonly name: "buildah" | "buildx"; readonly program: string } {
  const buildah = wanted === "buildx" ? undefined : findProgram("buildah", search);
  if (buildah !== undefined) return { name: "buildah", program: buildah };
  // The plug-in runs by itself too, and then needs no client of Docker.
  const buildx =
    wanted === "buildah"
      ? undefined
      : (findProgram("docker-buildx", search) ?? findProgram("docker", search));
  if (buildx !== undefined) return { name: "buildx", program: buildx };
  const what = wanted === "auto" ? "Neither buildah nor docker is" : `${wanted} is not`;
  throw engineFailure(`${what} installed on this runner`);
}

/** An engine is missing or fails. */
export function engineFailure(message: string): ActionFailure {
  return new ActionFailure({
    code: "build/engine",
    message: `${message}.`,
    nextStep: "Look at the engine's log above; install an engine or name another one in `engine`.",
  });
}
