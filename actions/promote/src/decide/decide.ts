import { resolve } from "node:path";
import {
  evidenceFolderPath,
  readBounded,
  verifyWithKey,
  type ActionPorts,
  type EvidenceFolder,
  type SigningKey,
} from "@plimsoll/action-kit";
import {
  decideRelease,
  readReleasePolicy,
  sealStatement,
  toVerificationSummary,
  type EvidenceFile,
  type ReleaseDecision,
  type ReleasePolicy,
} from "@plimsoll/release";
import { plainData } from "@plimsoll/workspace";
import { inputFailure } from "../failure.ts";
import type { Inputs } from "../inputs.generated.ts";
import { environmentApprovals } from "./environment-approvals.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { trustedKeys } from "./trusted-keys.ts";

/** What the decision is made of. */
export interface DecisionRequest {
  readonly inputs: Inputs;
  readonly image: { readonly name: string; readonly digest: string };
  readonly workspace: string;
  readonly folder: EvidenceFolder;
  readonly signer: SigningKey | undefined;
  readonly ports: ActionPorts;
}

/** A decision and where it is written. */
export interface WrittenDecision {
  readonly decision: ReleaseDecision;
  readonly file: string;
  readonly vsa: string;
}

const MAXIMUM_BYTES = 1024 * 1024;
const TOOL_VERSION = "0.0.0";

/** Judges the evidence, and writes the decision down. */
export async function decide(request: DecisionRequest): Promise<WrittenDecision> {
  const { inputs, image, workspace, folder, signer, ports } = request;
  const decision = await decideRelease({
    image,
    environment: inputs.environment,
    files: await evidenceOf(request),
    policy: policyOf(inputs, workspace),
    now: ports.now(),
    verify: (key, data, signature) => Promise.resolve(verifyWithKey(key.pem, data, signature)),
  });
  // Below a folder, so that the decision is not taken for evidence when it is made again.
  const place = `decision-${inputs.environment.replaceAll(/[^A-Za-z0-9-]/gu, "-").slice(0, 60)}`;
  const file = folder.write(`decision/${place}.json`, `${JSON.stringify(decision, undefined, 2)}\n`);
  const summary = toVerificationSummary(decision, TOOL_VERSION);
  const content = signer === undefined ? summary : await sealStatement(summary, signer);
  const vsa = folder.write(`decision/${place}.vsa.json`, `${JSON.stringify(content)}\n`);
  return { decision, file: file.path, vsa: vsa.path };
}

async function evidenceOf({
  inputs,
  image,
  workspace,
  folder,
  signer,
  ports,
}: DecisionRequest): Promise<readonly EvidenceFile[]> {
  const given =
    inputs.evidence.length > 0 ? inputs.evidence : [evidenceFolderPath(undefined, ports.environment)];
  const files = gatherEvidence(given, workspace);
  if (inputs.approvals === "evidence") return files;
  const token = inputs.githubToken ?? inputs.token;
  const text = await environmentApprovals({ image, environment: inputs.environment, token, signer }, ports);
  folder.write("decision/approvals.json", text);
  return [...files, { path: "approvals of GitHub", bytes: new Uint8Array(Buffer.from(text)) }];
}

function policyOf(inputs: Inputs, workspace: string): ReleasePolicy {
  const keys = trustedKeys(inputs.publicKey, workspace);
  const policy =
    inputs.policy === undefined
      ? readReleasePolicy({}, "the default policy", keys)
      : readReleasePolicy(policyData(inputs.policy, workspace), inputs.policy, keys);
  return inputs.require.length === 0 ? policy : { ...policy, require: inputs.require };
}

function policyData(path: string, workspace: string): unknown {
  const data = plainData(readBounded(resolve(workspace, path), MAXIMUM_BYTES).toString("utf8"));
  if ("value" in data) return data.value;
  throw inputFailure(`policy: ${path} is no release policy: ${data.problem}.`, "Correct the file.");
}
