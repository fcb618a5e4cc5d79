import { ActionFailure, childEnvironment, findProgram, type ActionPorts } from "@plimsoll/action-kit";
import { listOf, memberOf, parseJsonText } from "@plimsoll/core/json";
import { imageStatement, PREDICATE_TYPES, type Statement } from "@plimsoll/core/release-evidence";
import type { BuiltImage, PlatformImage } from "../layout/oci-layout.ts";

/** An SBOM of one platform. */
export interface Sbom {
  readonly platform: PlatformImage;
  readonly statement: Statement;
  /** As syft wrote it. */
  readonly document: Buffer;
  readonly components: number;
}

/** What making SBOMs needs. */
export interface SbomSettings {
  readonly ports: ActionPorts;
  readonly toolFolders: readonly string[];
  readonly workspace: string;
  /** A private folder, for what the tool wants to keep. */
  readonly home: string;
  readonly timeoutMilliseconds: number;
  /** Name without tag and digest. */
  readonly name: string;
}

const MAXIMUM_BYTES = 128 * 1024 * 1024;

/**
 * Makes an SBOM of each platform with syft.
 * @throws ActionFailure `build/sbom` where syft is missing, fails, or gives no CycloneDX
 */
export async function makeSboms(image: BuiltImage, settings: SbomSettings): Promise<readonly Sbom[]> {
  const { environment } = settings.ports;
  const program = findProgram("syft", {
    folders: settings.toolFolders,
    path: environment["PATH"],
    notInside: settings.workspace,
  });
  if (program === undefined)
    throw failure("syft is not installed", "Install syft, or say `sbom: false` and go without an SBOM.");
  const sboms: Sbom[] = [];
  for (const platform of image.platforms) sboms.push(await makeSbom({ program, image, platform, settings }));
  return sboms;
}

interface Making {
  readonly program: string;
  readonly image: BuiltImage;
  readonly platform: PlatformImage;
  readonly settings: SbomSettings;
}

async function makeSbom({ program, image, platform, settings }: Making): Promise<Sbom> {
  const { ports, home, timeoutMilliseconds, name } = settings;
  const choice = image.platforms.length > 1 ? ["--platform", platform.platform] : [];
  const outcome = await ports.runCommand({
    program,
    args: [`oci-dir:${image.folder}`, "-o", "cyclonedx-json", "-q", "--source-name", name, ...choice],
    cwd: home,
    environment: childEnvironment(ports.environment, {
      set: { HOME: home, SYFT_CHECK_FOR_APP_UPDATE: "false" },
    }),
    timeoutMilliseconds,
    maximumBytes: MAXIMUM_BYTES,
  });
  if (outcome.kind === "not-started") throw failure(`syft does not start: ${outcome.reason}`, LOOK);
  if (outcome.kind !== "exited" || outcome.status !== 0) {
    const why = outcome.kind === "exited" ? `exit code ${outcome.status}` : outcome.kind;
    throw failure(`syft failed (${why}): ${outcome.stderr.trim().slice(-500)}`, LOOK);
  }
  const parsed = parseJsonText(outcome.stdout.toString("utf8"));
  if (!("value" in parsed) || memberOf(parsed.value, "bomFormat") !== "CycloneDX")
    throw failure("what syft wrote is no CycloneDX", LOOK);
  return {
    platform,
    statement: imageStatement({ name, digest: platform.digest }, PREDICATE_TYPES.sbom[0], parsed.value),
    document: outcome.stdout,
    components: listOf(memberOf(parsed.value, "components")).length,
  };
}

const LOOK = "Run syft on the folder that `oci-layout` names to see more.";

function failure(message: string, nextStep: string): ActionFailure {
  return new ActionFailure({ code: "build/sbom", message: `No SBOM: ${message}.`, nextStep });
}
