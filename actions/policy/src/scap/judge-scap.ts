import { resolve } from "node:path";
import { readBounded, tellFailure, type ActionPorts } from "@plimsoll/action-kit";
import type { ComplianceReport, ComplianceVerdict } from "@plimsoll/core";
import { judgeCompliance, readCompliance, ScapError } from "@plimsoll/scap";
import { inputFailure } from "../failure.ts";
import type { Inputs } from "../inputs.generated.ts";
import type { Reason, Verdict } from "../verdict.ts";
import { worstVerdict } from "../verdict.ts";
import { compliancePolicy } from "./compliance-settings.ts";
import { runOscap } from "./run-oscap.ts";

/** One file of results, as it was and as it was judged. */
export interface JudgedResults {
  /** As the inputs name it. */
  readonly name: string;
  readonly text: string;
  readonly report: ComplianceReport;
  readonly verdict: ComplianceVerdict;
}

/** All results of the image. */
export interface ScapOutcome {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly judged: readonly JudgedResults[];
}

/** What the results are about. */
export interface ScapSituation {
  /** The whole input, and the digest in it. */
  readonly image: { readonly reference: string; readonly digest: string } | undefined;
  readonly workspace: string;
  readonly ports: ActionPorts;
}

const MAXIMUM_BYTES = 256 * 1024 * 1024;

/** Reads and makes SCAP results and judges them; undefined where none were asked for. A file that is no result leaves the verdict open. */
export async function judgeScap(inputs: Inputs, situation: ScapSituation): Promise<ScapOutcome | undefined> {
  const { image, workspace, ports } = situation;
  const policy = compliancePolicy(inputs, { imageDigest: image?.digest, workspace, now: ports.now() });
  const judged: JudgedResults[] = [];
  const broken: Reason[] = [];
  const judge = (name: string, text: string, boundDigest: string | undefined): void => {
    const bound = boundDigest === undefined ? policy : { ...policy, boundDigest };
    try {
      const report = readCompliance(text, name);
      judged.push({ name, text, report, verdict: judgeCompliance(report, bound) });
    } catch (error) {
      if (!(error instanceof ScapError)) throw error;
      const { code, message } = tellFailure(error);
      broken.push({ code, message: `${name}: ${message}` });
    }
  };
  for (const path of inputs.scapResults)
    judge(path, readBounded(resolve(workspace, path), MAXIMUM_BYTES).toString("utf8"), undefined);
  const made = await evaluate(inputs, situation);
  // We looked at this very image, so its results are bound to it.
  if (made !== undefined) judge("oscap-arf.xml", made, image?.digest);
  if (judged.length === 0 && broken.length === 0) return undefined;
  const verdicts: readonly Verdict[] = [
    ...judged.map(({ verdict }) => verdict.verdict),
    ...broken.map((): Verdict => "indeterminate"),
  ];
  const reasons = [...broken, ...judged.flatMap(({ verdict }) => verdict.reasons)];
  return { verdict: worstVerdict(verdicts), reasons, judged };
}

async function evaluate(
  inputs: Inputs,
  { image, workspace, ports }: ScapSituation,
): Promise<string | undefined> {
  const { scapContent, scapProfile, tailoringFile, ociLayout, rootfs } = inputs;
  if (scapContent === undefined) {
    if (scapProfile === undefined && tailoringFile === undefined) return undefined;
    throw inputFailure("scap-profile and tailoring-file need scap-content.", "Name the content.");
  }
  const target = targetOf(ociLayout, rootfs, workspace);
  if (image === undefined)
    throw inputFailure(
      "scap-content needs image.",
      "Name the image that the evaluation is about, with its digest.",
    );
  ports.log.info(`Judging ${image.reference} by ${scapContent}.`);
  return runOscap(
    {
      workspace,
      image: image.reference,
      content: resolve(workspace, scapContent),
      tailoring: tailoringFile === undefined ? undefined : resolve(workspace, tailoringFile),
      profile: scapProfile,
      target,
      toolFolders: inputs.toolPath,
      timeoutMilliseconds: inputs.timeoutMinutes * 60_000,
    },
    ports,
  );
}

function targetOf(
  layout: string | undefined,
  rootfs: string | undefined,
  workspace: string,
): { readonly kind: "layout" | "rootfs"; readonly path: string } {
  if (layout !== undefined && rootfs === undefined)
    return { kind: "layout", path: resolve(workspace, layout) };
  if (rootfs !== undefined && layout === undefined)
    return { kind: "rootfs", path: resolve(workspace, rootfs) };
  throw inputFailure(
    "scap-content needs the image's files: oci-layout or rootfs, one of them.",
    "Give the output `oci-layout` of the build.",
  );
}
