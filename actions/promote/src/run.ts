import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import {
  EvidenceFolder,
  evidenceFolderPath,
  readSigningKey,
  refuseUntrustedEvent,
  type ActionOutcome,
  type ActionPorts,
} from "@plimsoll/action-kit";
import type { ReleaseDecision } from "@plimsoll/release";
import { parseImageReference } from "@plimsoll/syntax";
import { decide, type WrittenDecision } from "./decide/decide.ts";
import { inputFailure } from "./failure.ts";
import type { Inputs, OutputName } from "./inputs.generated.ts";
import { tagRelease } from "./registry/tag-release.ts";
import { decisionSummary, promotionSummary } from "./report/summary.ts";
import { promoteImage, type Promoted } from "./target/promote-image.ts";

type Outputs = ActionOutcome<OutputName>["outputs"];

/** Decides on the evidence; on go, and only then, tags the image and promotes it. */
export async function run(inputs: Inputs, ports: ActionPorts): Promise<ActionOutcome<OutputName>> {
  refuseUntrustedEvent(ports.environment);
  const workspace = realpathSync(ports.environment["GITHUB_WORKSPACE"] ?? process.cwd());
  const image = readImage(inputs.imageRef);
  checkInputs(inputs);
  const signer =
    inputs.signingKey === undefined
      ? undefined
      : readSigningKey(inputs.signingKey, inputs.signingKeyPassword);
  const folder = new EvidenceFolder(evidenceFolderPath(inputs.outputDir, ports.environment));
  const written = await decide({ inputs, image, workspace, folder, signer, ports });
  const finish = (ending: Ending): ActionOutcome<OutputName> => outcomeOf(ending, { written, folder, image });
  if (written.decision.decision !== "go") return finish({});
  const promoted =
    inputs.mode === "decide"
      ? undefined
      : await promoteImage({ inputs, image, decision: sha256Of(written.file), workspace, ports });
  if (promoted?.operation === "refused") return finish({ promoted });
  const tagged = await tagWhereWanted(inputs, image, ports);
  return finish({
    ...(promoted === undefined ? {} : { promoted }),
    ...(tagged === undefined ? {} : { tagged }),
  });
}

interface NamedImage {
  readonly name: string;
  readonly registry: string;
  readonly repository: string;
  readonly digest: string;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/u;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/u;

function readImage(text: string): NamedImage {
  const parsed = parseImageReference(text);
  const reference = parsed.ok ? parsed.reference : undefined;
  if (reference?.digest === undefined || !DIGEST.test(reference.digest))
    throw inputFailure(
      `image-ref: ${JSON.stringify(text)} is no name with a digest.`,
      "Give the output `image-ref` of the build: what was judged is then what is released.",
    );
  const { registry, repository, digest } = reference;
  return { name: `${registry}/${repository}`, registry, repository, digest };
}

/** What can be wrong is told before anything is decided. */
function checkInputs({ releaseTag, registryUsername, registryPassword, mode, files, places }: Inputs): void {
  if (releaseTag !== undefined && !TAG.test(releaseTag))
    throw inputFailure(`release-tag: ${JSON.stringify(releaseTag)} is no tag.`, "Write one such as 1.4.0.");
  if ((registryUsername === undefined) !== (registryPassword === undefined))
    throw inputFailure("registry-username and registry-password belong together.", "Give both or none.");
  if (mode !== "decide" && files.length === 0 && places.length === 0)
    throw inputFailure(
      "files: the environment's files are not named.",
      "Write globs such as environments/staging/**.",
    );
}

async function tagWhereWanted(
  { releaseTag: tag, registryUsername: username, registryPassword: password, mode }: Inputs,
  { name, registry, repository, digest }: NamedImage,
  ports: ActionPorts,
): Promise<string | undefined> {
  if (tag === undefined || mode === "plan") return undefined;
  const login = username === undefined || password === undefined ? undefined : { username, password };
  await tagRelease({ registry, repository, digest, tag, login }, ports);
  return `${name}:${tag}`;
}

interface Ending {
  readonly promoted?: Promoted;
  readonly tagged?: string;
}

interface Record {
  readonly written: WrittenDecision;
  readonly folder: EvidenceFolder;
  readonly image: NamedImage;
}

function outcomeOf(
  { promoted, tagged }: Ending,
  { written, folder, image }: Record,
): ActionOutcome<OutputName> {
  const { decision } = written;
  const diff =
    promoted === undefined || promoted.plan.diff === ""
      ? undefined
      : folder.write("decision/change.diff", promoted.plan.diff);
  return {
    result: resultOf(decision, promoted),
    message: messageOf(decision, promoted),
    outputs: {
      decision: decision.decision,
      "decision-file": written.file,
      vsa: written.vsa,
      reasons: JSON.stringify(reasonsOf(decision)),
      digest: image.digest,
      operation: promoted?.operation ?? "none",
      ...(promoted === undefined ? {} : promotionOutputs(promoted)),
      ...(diff === undefined ? {} : { diff: diff.path }),
      ...(tagged === undefined ? {} : { "release-tag": tagged }),
      evidence: folder.path,
      "evidence-digest": folder.digest(),
    },
    summary: [
      decisionSummary(decision),
      ...(promoted === undefined ? [] : [promotionSummary(promoted)]),
    ].join("\n"),
  };
}

function promotionOutputs({ pullRequest, branch, commit, plan }: Promoted): Outputs {
  return {
    "pull-request-branch": branch,
    "changed-files": plan.files.map(({ path }) => path).join("\n"),
    "previous-digest": plan.previousDigests.join(","),
    ...(commit === undefined ? {} : { "commit-sha": commit }),
    ...(pullRequest === undefined
      ? {}
      : { "pull-request-number": String(pullRequest.number), "pull-request-url": pullRequest.url }),
  };
}

function resultOf({ decision }: ReleaseDecision, promoted: Promoted | undefined): "pass" | "fail" | "error" {
  if (decision === "indeterminate") return "error";
  return decision === "no-go" || promoted?.operation === "refused" ? "fail" : "pass";
}

function reasonsOf({
  requirements,
}: ReleaseDecision): readonly { readonly kind: string; readonly code: string; readonly message: string }[] {
  return requirements.flatMap(({ kind, reasons }) =>
    reasons.map(({ code, message }) => ({ kind, code, message })),
  );
}

function messageOf(decision: ReleaseDecision, promoted: Promoted | undefined): string {
  const reasons = reasonsOf(decision).slice(0, 4);
  const words = reasons.map(({ kind, message, code }) => `${kind}: ${message} (${code})`).join(" ");
  if (decision.decision === "no-go") return `no go. ${words} Nothing was tagged or promoted.`;
  if (decision.decision === "indeterminate")
    return `indeterminate, which is no go. ${words} Nothing was tagged or promoted.`;
  if (promoted === undefined) return "go";
  const refusals = promoted.plan.refusals.map(({ file, message, code }) => `${file}: ${message} (${code})`);
  if (refusals.length > 0) return `go, but the change is refused. ${refusals.slice(0, 4).join(" ")}`;
  return `go; promotion: ${promoted.operation}`;
}

function sha256Of(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
