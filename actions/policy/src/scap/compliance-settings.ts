import { resolve } from "node:path";
import { readBounded } from "@plimsoll/action-kit";
import { DEFAULT_POLICY, readThresholds, type CompliancePolicy, type CountLimit } from "@plimsoll/scap";
import { parseYaml, toValue } from "@plimsoll/syntax";
import { inputFailure } from "../failure.ts";
import type { Inputs } from "../inputs.generated.ts";

const CATEGORIES = { I: 1, II: 2, III: 3 } as const;
const MAXIMUM_BYTES = 1024 * 1024;
const DIGEST = /^sha256:[0-9a-f]{64}$/u;

/** The policy that the inputs ask for, about an image where one is known. */
export function compliancePolicy(
  inputs: Inputs,
  {
    imageDigest,
    workspace,
    now,
  }: { readonly imageDigest: string | undefined; readonly workspace: string; readonly now: number },
): CompliancePolicy {
  const { scapResultsImage, maxScapAge, thresholdFile } = inputs;
  if (scapResultsImage !== undefined && !DIGEST.test(scapResultsImage))
    throw inputFailure(
      `scap-results-image: ${JSON.stringify(scapResultsImage)} is no digest.`,
      "Write sha256: and 64 hexadecimal digits.",
    );
  return {
    ...DEFAULT_POLICY,
    minEvaluated: inputs.minEvaluated,
    minCoverage: inputs.minCoverage / 100,
    categoryCutoff: CATEGORIES[inputs.catCutoff],
    now,
    limits: thresholdFile === undefined ? [] : limitsOf(thresholdFile, workspace),
    ...(imageDigest === undefined ? {} : { imageDigest }),
    ...(scapResultsImage === undefined ? {} : { boundDigest: scapResultsImage }),
    ...(maxScapAge === undefined ? {} : { maxAgeDays: maxScapAge }),
  };
}

function limitsOf(file: string, workspace: string): readonly CountLimit[] {
  const text = readBounded(resolve(workspace, file), MAXIMUM_BYTES).toString("utf8");
  const [document] = parseYaml(text).documents;
  const problem = document?.document.problems[0];
  const root = document?.document.root;
  if (problem !== undefined || root === undefined)
    throw inputFailure(`threshold-file: ${file}: ${problem?.message ?? "it is empty"}.`, "Correct the file.");
  const { limits, unknown } = readThresholds(toJson(toValue(root)));
  if (unknown.length === 0) return limits;
  throw inputFailure(
    `threshold-file: ${file} has keys that mean nothing: ${unknown.join(", ")}.`,
    "Write limits such as `failed: {high: {max: 0}}` or `compliance: {min: 80}`.",
  );
}

/** Whole numbers of the YAML reader are bigint. */
function toJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? Number(part) : part));
  const data: unknown = JSON.parse(text);
  return data;
}
