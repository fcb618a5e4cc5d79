import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  ActionFailure,
  childEnvironment,
  findProgram,
  readBounded,
  type ActionPorts,
} from "@plimsoll/action-kit";
import { withoutHost } from "./redact.ts";

/** What oscap judges, and by what. */
export interface OscapRequest {
  readonly workspace: string;
  /** Name and digest, for the report. */
  readonly image: string;
  /** Absolute paths. */
  readonly content: string;
  readonly tailoring: string | undefined;
  readonly profile: string | undefined;
  readonly target: { readonly kind: "layout" | "rootfs"; readonly path: string };
  readonly toolFolders: readonly string[];
  readonly timeoutMilliseconds: number;
}

const MAXIMUM_OUTPUT = 16 * 1024 * 1024;
const MAXIMUM_RESULTS = 256 * 1024 * 1024;
/** Exit codes of oscap: no rule failed, some rule failed. Anything else is no evaluation. */
const EVALUATED: ReadonlySet<number> = new Set([0, 2]);
/** What the probe for packages says where it cannot read them; it then takes every package for absent. */
const BLIND_PROBE = "dpkginfo_init has failed";

/**
 * Lets oscap judge the files of an image, which are not started. A layout is mounted by buildah in a working container, so that what
 * oscap writes beside the files does not touch the image.
 * @returns its results (ARF) without the names of this machine
 * @throws ActionFailure `policy/tool-missing`, `policy/oscap-failed`, `policy/mount-failed`
 */
export async function runOscap(request: OscapRequest, ports: ActionPorts): Promise<string> {
  const scratch = mkdtempSync(join(ports.environment["RUNNER_TEMP"] ?? tmpdir(), "plimsoll-oscap-"));
  const tools = new Tools(request, ports, scratch);
  try {
    if (request.target.kind === "rootfs") return await evaluate(request, tools, request.target.path);
    return await withMount(request, tools);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Programs that are run for one request. */
class Tools {
  readonly scratch: string;
  readonly #request: OscapRequest;
  readonly #ports: ActionPorts;

  constructor(request: OscapRequest, ports: ActionPorts, scratch: string) {
    this.#request = request;
    this.#ports = ports;
    this.scratch = scratch;
  }

  async run(
    name: string,
    args: readonly string[],
    set: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
    const { toolFolders: folders, workspace, timeoutMilliseconds } = this.#request;
    const { environment, runCommand } = this.#ports;
    const program = findProgram(name, { folders, path: environment["PATH"], notInside: workspace });
    if (program === undefined)
      throw new ActionFailure({
        code: "policy/tool-missing",
        message: `${name} is not installed.`,
        nextStep: "Install it before this step, or give finished `scap-results`.",
      });
    const outcome = await runCommand({
      program,
      args,
      cwd: this.scratch,
      environment: childEnvironment(environment, { set }),
      timeoutMilliseconds,
      maximumBytes: MAXIMUM_OUTPUT,
    });
    if (outcome.kind === "exited")
      return { status: outcome.status, stdout: outcome.stdout.toString("utf8"), stderr: outcome.stderr };
    return { status: -1, stdout: "", stderr: outcome.kind === "not-started" ? outcome.reason : outcome.kind };
  }
}

async function evaluate(request: OscapRequest, tools: Tools, root: string): Promise<string> {
  const results = join(tools.scratch, "arf.xml");
  const args = [
    ...["xccdf", "eval", "--results-arf", results],
    ...(request.profile === undefined ? [] : ["--profile", request.profile]),
    ...(request.tailoring === undefined ? [] : ["--tailoring-file", request.tailoring]),
    request.content,
  ];
  const { status, stderr } = await tools.run("oscap", args, {
    OSCAP_PROBE_ROOT: root,
    OSCAP_EVALUATION_TARGET: request.image,
    APT_CONFIG: aptConfiguration(tools.scratch),
  });
  if (!EVALUATED.has(status) || !existsSync(results))
    throw oscapFailed(lastLines(stderr) || `exit code ${status}`);
  if (stderr.includes(BLIND_PROBE) && existsSync(join(root, "var/lib/dpkg/status")))
    throw oscapFailed("its probe could not read the image's packages and would have taken each for absent");
  return withoutHost(readBounded(results, MAXIMUM_RESULTS).toString("utf8"));
}

/** This machine's own settings of apt would make oscap blind to the packages of the image. */
function aptConfiguration(scratch: string): string {
  const empty = join(scratch, "apt.conf.d");
  mkdirSync(empty, { recursive: true });
  const path = join(scratch, "apt.conf");
  writeFileSync(path, `Dir::Etc::parts "${empty}";\n`);
  return path;
}

/** The name of the layout in the private storage: the path itself may hold what names of images must not. */
const LINK = "layout";

/**
 * The image goes into a storage of its own, in plain folders, which every user may make: it meets no image of others and leaves none
 * behind.
 */
async function withMount(request: OscapRequest, tools: Tools): Promise<string> {
  symlinkSync(request.target.path, join(tools.scratch, LINK));
  const container = await buildah(tools, ["from", `oci:${LINK}`]);
  try {
    const root = await buildah(tools, ["mount", container]);
    return await evaluate(request, tools, resolve(root));
  } finally {
    // Files of other users of the image can be removed by buildah only.
    await tools.run("buildah", [...storageWords(tools), "rmi", "--all", "--force"]);
  }
}

function storageWords({ scratch }: Tools): readonly string[] {
  const [storage, state] = [join(scratch, "storage"), join(scratch, "state")];
  return ["--root", storage, "--runroot", state, "--storage-driver", "vfs"];
}

async function buildah(tools: Tools, args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await tools.run("buildah", [...storageWords(tools), ...args]);
  const name = stdout.trim().split("\n").at(-1) ?? "";
  if (status === 0 && name !== "") return name;
  throw new ActionFailure({
    code: "policy/mount-failed",
    message: `buildah ${args[0] ?? ""} could not open the image's files: ${lastLines(stderr)}`,
    nextStep: "Run the step as root or inside `buildah unshare`, or unpack the image and give `rootfs`.",
  });
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-5).join("\n");
}

function oscapFailed(reason: string): ActionFailure {
  return new ActionFailure({
    code: "policy/oscap-failed",
    message: `oscap did not judge the image: ${reason}.`,
    nextStep: "Look at what it says; content and profile must fit each other.",
  });
}
