import { realpathSync } from "node:fs";
import {
  EvidenceFolder,
  evidenceFolderPath,
  readSigningKey,
  type ActionOutcome,
  type ActionPorts,
} from "@plimsoll/action-kit";
import { parseImageReference } from "@plimsoll/syntax";
import { resolve } from "node:path";
import { writeComplianceEvidence } from "./evidence/compliance-evidence.ts";
import { writeFilesEvidence } from "./evidence/files-evidence.ts";
import { writeStatement, type StatementContext } from "./evidence/write-statement.ts";
import { inputFailure } from "./failure.ts";
import { annotate } from "./files/annotate.ts";
import { checkRepository } from "./files/check-files.ts";
import { judgeFiles } from "./files/judge-files.ts";
import type { Inputs, OutputName } from "./inputs.generated.ts";
import { requireInLayout } from "./scap/image-in-layout.ts";
import { judgeScap } from "./scap/judge-scap.ts";
import { resultOf, worstVerdict, type Reason, type Verdict } from "./verdict.ts";

type Outputs = ActionOutcome<OutputName>["outputs"];

/** One of the two parts of the policy, judged and written down. */
interface Part {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly summary: string;
  readonly outputs: Outputs;
}

/** What both parts need. */
interface Situation {
  readonly inputs: Inputs;
  readonly ports: ActionPorts;
  readonly workspace: string;
  readonly folder: EvidenceFolder;
  readonly image: NamedImage | undefined;
  /** Where statements are to be written: undefined without an image. */
  readonly statements: StatementContext | undefined;
  /** RFC 3339. */
  readonly judgedAt: string;
}

/** Judges files by the rules, and SCAP results of the image, and leaves the evidence of both. */
export async function run(inputs: Inputs, ports: ActionPorts): Promise<ActionOutcome<OutputName>> {
  const situation = situate(inputs, ports);
  const files = await filesPart(situation);
  const compliance = await compliancePart(situation);
  const parts = [files, compliance].filter((part) => part !== undefined);
  if (parts.length === 0)
    throw inputFailure("There is nothing to judge: no paths and no SCAP results.", "Name one of them.");
  const verdict = worstVerdict(parts.map((part) => part.verdict));
  const reasons = parts.flatMap((part) => (part.verdict === "pass" ? [] : part.reasons));
  const { folder } = situation;
  return {
    result: resultOf(verdict),
    message: messageOf(verdict, reasons),
    outputs: {
      ...files?.outputs,
      ...compliance?.outputs,
      verdict,
      "policy-verdict": files?.verdict ?? "",
      "compliance-verdict": compliance?.verdict ?? "",
      reasons: JSON.stringify(reasons.slice(0, 100)),
      evidence: folder.path,
      "evidence-digest": folder.digest(),
    },
    summary: parts.map((part) => part.summary).join("\n"),
  };
}

function situate(inputs: Inputs, ports: ActionPorts): Situation {
  const workspace = realpathSync(ports.environment["GITHUB_WORKSPACE"] ?? process.cwd());
  const signer =
    inputs.signingKey === undefined
      ? undefined
      : readSigningKey(inputs.signingKey, inputs.signingKeyPassword);
  const image = inputs.image === undefined ? undefined : readImage(inputs.image);
  if (image !== undefined && inputs.ociLayout !== undefined)
    requireInLayout(resolve(workspace, inputs.ociLayout), image.digest);
  const folder = new EvidenceFolder(evidenceFolderPath(inputs.outputDir, ports.environment));
  return {
    inputs,
    ports,
    workspace,
    folder,
    image,
    statements: image === undefined ? undefined : { folder, image, signer },
    judgedAt: new Date(ports.now()).toISOString(),
  };
}

interface NamedImage {
  readonly reference: string;
  readonly name: string;
  readonly digest: string;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/u;

function readImage(text: string): NamedImage {
  const parsed = parseImageReference(text);
  const reference = parsed.ok ? parsed.reference : undefined;
  if (reference?.digest === undefined || !DIGEST.test(reference.digest))
    throw inputFailure(
      `image: ${JSON.stringify(text)} is no name with a digest.`,
      "Give the output `image-ref` of the build.",
    );
  const name = `${reference.registry}/${reference.repository}`;
  return { reference: `${name}@${reference.digest}`, name, digest: reference.digest };
}

async function filesPart(situation: Situation): Promise<Part | undefined> {
  const { inputs, ports, workspace, judgedAt } = situation;
  if (inputs.paths.length === 1 && inputs.paths[0] === "none") return undefined;
  const checked = await checkRepository({
    workspace,
    paths: inputs.paths,
    config: inputs.config,
    profile: inputs.profile,
    changedSince: inputs.changedSince,
    baseline: inputs.baseline,
    render: inputs.render,
    environment: ports.environment,
    today: judgedAt.slice(0, 10),
  });
  const { assessment } = checked;
  const judged = judgeFiles(assessment, {
    cutoff: inputs.severityCutoff,
    notChecked: inputs.notChecked,
    partial: inputs.changedSince !== undefined,
  });
  annotate(assessment.findings, ports.log);
  const evidence = writeFilesEvidence(situation.folder, checked, { ...judged, judgedAt });
  const statement =
    situation.statements && (await writeStatement("policy", evidence.predicate, situation.statements));
  const { summary, notChecked } = assessment;
  return {
    ...judged,
    summary: evidence.markdown,
    outputs: {
      sarif: evidence.sarif.path,
      json: evidence.json.path,
      errors: String(summary.errors),
      warnings: String(summary.warnings),
      "checked-files": String(summary.checkedFiles),
      "not-checked": String(notChecked.length),
      ...(statement === undefined ? {} : { "policy-statement": statement.path }),
    },
  };
}

async function compliancePart(situation: Situation): Promise<Part | undefined> {
  const { inputs, ports, workspace, image, judgedAt } = situation;
  const outcome = await judgeScap(inputs, { image, workspace, ports });
  if (outcome === undefined) return undefined;
  const { verdict, reasons } = outcome;
  const evidence = writeComplianceEvidence(situation.folder, {
    outcome,
    formats: inputs.formats,
    imageDigest: image?.digest,
    judgedAt,
  });
  const statement =
    situation.statements && (await writeStatement("compliance", evidence.predicate, situation.statements));
  const { predicate, formats, sarif } = evidence;
  return {
    verdict,
    reasons,
    summary: evidence.markdown,
    outputs: {
      evaluated: String(predicate.evaluated),
      coverage: predicate.coverage.toFixed(4),
      cat1: String(predicate.failed.cat1),
      cat2: String(predicate.failed.cat2),
      cat3: String(predicate.failed.cat3),
      ...(sarif === undefined ? {} : { "compliance-sarif": sarif.path }),
      ...Object.fromEntries([...formats].map(([format, file]) => [format, file.path])),
      ...(statement === undefined ? {} : { "compliance-statement": statement.path }),
    },
  };
}

function messageOf(verdict: Verdict, reasons: readonly Reason[]): string {
  if (verdict === "pass") return "files and results satisfy the policy";
  const words = reasons.slice(0, 4).map(({ code, message }) => `${message} (${code})`);
  return `${verdict === "fail" ? "" : "indeterminate, which is no pass: "}${words.join(" ")}`;
}
