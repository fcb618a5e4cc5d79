import { resolve } from "node:path";
import { CodedError } from "@plimsoll/core";
import {
  decideRelease,
  readReleasePolicy,
  sealStatement,
  toDecisionMarkdown,
  toDecisionText,
  toVerificationSummary,
  type ReleaseDecision,
  type ReleasePolicy,
} from "@plimsoll/release";
import { plainData, readEvidenceFolder, readPublicKey, readSigner, verifyWith } from "@plimsoll/workspace";
import { badValue, imageOption, requiredOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";
import { readReport } from "../report/read-report.ts";
import { outputsOf, type FormatChoice } from "../report/report-outputs.ts";
import { writeReport } from "../report/write-report.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { VERSION } from "../version.ts";

type Format = "pretty" | "json" | "markdown" | "vsa";

const FORMATS: FormatChoice<Format> = {
  formats: ["pretty", "json", "markdown", "vsa"],
  byExtension: new Map([
    [".json", "json"],
    [".md", "markdown"],
  ]),
};

const EXIT_CODES: Readonly<Record<ReleaseDecision["decision"], number>> = {
  go: 0,
  "no-go": 1,
  indeterminate: 3,
};

/** `plimsoll release decide`: judges the evidence of one image, and records the decision. */
export async function releaseDecide(args: Arguments, terminal: Terminal): Promise<number> {
  const outputs = outputsOf(args, FORMATS);
  const signer = args.valueOf("sign-with");
  const seal = signer === undefined ? undefined : readSigner(resolve(terminal.cwd, signer));
  const folders = args.valuesOf("evidence");
  if (folders.length === 0) requiredOption(args, "evidence");
  const decision = await decideRelease({
    image: imageOption(args),
    environment: args.valueOf("environment") ?? "production",
    files: folders.flatMap((folder) => evidenceOf(folder, folders.length > 1, terminal.cwd)),
    policy: policyOf(args, terminal),
    now: timeOf(args),
    verify: verifyWith,
  });
  for (const { format, file } of outputs) {
    const text = format === "vsa" ? await summaryOf(decision, seal) : WRITERS[format](decision);
    if (file === undefined) await terminal.print(text);
    else writeReport(resolve(terminal.cwd, file), [text]);
  }
  return EXIT_CODES[decision.decision];
}

const WRITERS: Readonly<Record<Exclude<Format, "vsa">, (decision: ReleaseDecision) => string>> = {
  pretty: toDecisionText,
  json: (decision) => `${JSON.stringify(decision, undefined, 2)}\n`,
  markdown: toDecisionMarkdown,
};

async function summaryOf(
  decision: ReleaseDecision,
  seal: ReturnType<typeof readSigner> | undefined,
): Promise<string> {
  const summary = toVerificationSummary(decision, VERSION);
  const written = seal === undefined ? summary : await sealStatement(summary, seal);
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/** Paths are named by their folder where there are several, so that two files never share a name. */
function evidenceOf(
  folder: string,
  isOneOfSeveral: boolean,
  cwd: string,
): ReturnType<typeof readEvidenceFolder> {
  const files = readEvidenceFolder(resolve(cwd, folder));
  if (!isOneOfSeveral) return files;
  return files.map(({ path, bytes }) => ({ path: `${folder.replace(/\/+$/u, "")}/${path}`, bytes }));
}

function policyOf(args: Arguments, terminal: Terminal): ReleasePolicy {
  const keys = args.valuesOf("key").map((file) => readPublicKey(resolve(terminal.cwd, file)));
  const file = args.valueOf("policy");
  if (file === undefined) return readReleasePolicy({}, "the default policy", keys);
  const data = plainData(readReport(file, terminal.cwd));
  if ("value" in data) return readReleasePolicy(data.value, file, keys);
  throw new CodedError({
    code: "release/bad-policy",
    message: `${JSON.stringify(file)} is no release policy: ${data.problem}.`,
    nextStep: 'See "plimsoll schema release-policy" for what a policy can say.',
  });
}

/** RFC 3339 with its zone: a time without one would be another everywhere. */
function timeOf(args: Arguments): number {
  const value = args.valueOf("at");
  if (value === undefined) return Date.now();
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/u.test(value);
  const time = isWhole ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw badValue("at", value, "a time with its zone, such as 2026-11-24T12:00:00Z");
  return time;
}
