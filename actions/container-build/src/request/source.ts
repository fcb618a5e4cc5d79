import { type ActionPorts, childEnvironment, findProgram } from "@plimsoll/action-kit";
import { inputFailure } from "./failure.ts";

/** What is built: repository and commit, as far as they are known. */
export interface Source {
  /** Such as `https://github.com/team/app`; undefined outside of a workflow. */
  readonly repository: string | undefined;
  readonly ref: string | undefined;
  /** Commit. */
  readonly revision: string | undefined;
  /** Seconds since 1970 that all times in the image are set to. */
  readonly epoch: number;
}

/**
 * Finds out what is built. The time is that of the commit, so that the same commit gives the same image.
 * @throws ActionFailure `build/input` where neither an input nor git tells the time
 */
export async function findSource(
  workspace: string,
  given: string | undefined,
  ports: ActionPorts,
): Promise<Source> {
  const { environment } = ports;
  const server = environment["GITHUB_SERVER_URL"];
  const name = environment["GITHUB_REPOSITORY"];
  const head = await askGit(["log", "-1", "--format=%H %ct"], workspace, ports);
  const [commit, time] = (head ?? "").split(" ");
  return {
    repository: server === undefined || name === undefined ? undefined : `${server}/${name}`,
    ref: environment["GITHUB_REF"],
    // What lies in the folder counts, not what started the workflow: for pull requests these differ.
    revision: commit === "" ? environment["GITHUB_SHA"] : commit,
    epoch: epochOf(given ?? time),
  };
}

function epochOf(text: string | undefined): number {
  const epoch = Number(text);
  if (text !== undefined && /^\d{1,12}$/.test(text)) return epoch;
  throw inputFailure(
    text === undefined
      ? "source-date-epoch: there is no commit whose time could be taken."
      : `source-date-epoch: ${JSON.stringify(text)} is no number of seconds.`,
    "Give the seconds since 1970, or check the repository out before this step.",
  );
}

async function askGit(
  args: readonly string[],
  workspace: string,
  { environment, runCommand }: ActionPorts,
): Promise<string | undefined> {
  const program = findProgram("git", { path: environment["PATH"], notInside: workspace });
  if (program === undefined) return undefined;
  const outcome = await runCommand({
    program,
    // The checkout may belong to another user, and its own configuration must start no program.
    args: [
      "-c",
      `safe.directory=${workspace}`,
      "-c",
      "core.fsmonitor=false",
      "-c",
      "log.showSignature=false",
      "-C",
      workspace,
      ...args,
    ],
    cwd: workspace,
    environment: childEnvironment(environment, { set: { GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" } }),
    timeoutMilliseconds: 30_000,
    maximumBytes: 10_000,
  });
  if (outcome.kind !== "exited" || outcome.status !== 0) return undefined;
  return outcome.stdout.toString("utf8").trim();
}
