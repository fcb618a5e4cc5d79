import { CodedError } from "@plimsoll/core";
import { canonicalId } from "../identity/vulnerability-id.ts";
import { parseReportJson, type JsonSource } from "../json/parse-report-json.ts";
import {
  entriesOf,
  isRecord,
  listOf,
  memberOf,
  textAt,
  textOf,
  textsOf,
  type PlainRecord,
} from "../json/plain.ts";
import { timeOf } from "../report/digest.ts";
import type { EntryProblem } from "../report/scan-report.ts";

export type VexStatus = "not_affected" | "affected" | "fixed" | "under_investigation";

const STATUSES: readonly VexStatus[] = ["not_affected", "affected", "fixed", "under_investigation"];

/** The reasons for "not affected" that OpenVEX knows. */
export const VEX_JUSTIFICATIONS = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
] as const;

/** A product or a part of it, by whatever names the statement gives. */
export interface VexComponent {
  readonly purls: readonly string[];
  /** `sha256:…`. */
  readonly digests: readonly string[];
}

export interface VexProduct extends VexComponent {
  /** Parts that the statement is about; the whole product where there are none. */
  readonly parts: readonly VexComponent[];
}

/** One statement on one vulnerability. */
export interface VexStatement {
  readonly document: string;
  readonly author: string | undefined;
  /** Canonical, aliases too. */
  readonly ids: readonly string[];
  readonly products: readonly VexProduct[];
  readonly status: VexStatus;
  readonly justification: string | undefined;
  readonly impact: string | undefined;
  readonly action: string | undefined;
  /** RFC 3339; the document's where the statement has none. */
  readonly time: string | undefined;
}

export interface VexDocument {
  readonly statements: readonly VexStatement[];
  /** Statements that are not valid and count for nothing. */
  readonly problems: readonly EntryProblem[];
}

/**
 * Reads an OpenVEX document (0.0.1 and 0.2.0).
 * @throws CodedError `scan/not-openvex`, and those of `parseReportJson`
 */
export function parseOpenVex(text: string, source: JsonSource): VexDocument {
  const value = parseReportJson(text, source);
  const context = textAt(value, "@context") ?? "";
  if (
    !isRecord(value) ||
    !context.startsWith("https://openvex.dev/ns") ||
    !Array.isArray(value["statements"])
  ) {
    throw new CodedError({
      code: "scan/not-openvex",
      message: `${source.file} is no OpenVEX document.`,
      nextStep: "Give a document whose @context is https://openvex.dev/ns/v0.2.0.",
    });
  }
  const statements: VexStatement[] = [];
  const problems: EntryProblem[] = [];
  for (const [index, item] of listOf(value["statements"]).entries()) {
    const read = isRecord(item) ? statementOf(item, value) : "The statement is no object.";
    if (typeof read !== "string") statements.push(read);
    else problems.push({ code: "scan/bad-vex-statement", path: `statements[${index}]`, message: read });
  }
  return { statements, problems };
}

/** The statement, or why it is not valid. */
function statementOf(item: PlainRecord, document: PlainRecord): VexStatement | string {
  const vulnerability = item["vulnerability"];
  const name = textOf(vulnerability) ?? textAt(vulnerability, "name") ?? textAt(vulnerability, "@id");
  const status = STATUSES.find((known) => known === item["status"]);
  const shared = listOf(item["subcomponents"]).map(componentOf);
  const products = listOf(item["products"]).map((product) => productOf(product, shared));
  if (name === undefined) return "The statement names no vulnerability.";
  if (status === undefined) return "The status is not one of OpenVEX.";
  if (products.length === 0) return "The statement names no product.";
  const reasons = { justification: textOf(item["justification"]), impact: textOf(item["impact_statement"]) };
  const fault = reasonFault(status, reasons);
  if (fault !== undefined) return fault;
  return {
    document: textOf(document["@id"]) ?? "",
    author: textOf(document["author"]),
    ids: [...new Set([name, ...textsOf(memberOf(vulnerability, "aliases"))].map(canonicalId))],
    products,
    status,
    ...reasons,
    action: textOf(item["action_statement"]),
    time: timeOf(textOf(item["timestamp"]) ?? textOf(document["timestamp"])),
  };
}

/** OpenVEX allows "not affected" only with a reason. */
function reasonFault(
  status: VexStatus,
  { justification, impact }: Pick<VexStatement, "justification" | "impact">,
): string | undefined {
  if (justification !== undefined && !VEX_JUSTIFICATIONS.some((known) => known === justification))
    return "The justification is not one of OpenVEX.";
  const isBare = justification === undefined && impact === undefined;
  return status === "not_affected" && isBare
    ? '"not_affected" needs a justification or an impact statement.'
    : undefined;
}

/** In 0.0.1 a product is a text, and its parts stand beside the products. */
function productOf(value: unknown, shared: readonly VexComponent[]): VexProduct {
  const own = listOf(memberOf(value, "subcomponents")).map(componentOf);
  return { ...componentOf(value), parts: own.length === 0 ? shared : own };
}

const HASHES: ReadonlyMap<string, string> = new Map([
  ["sha-256", "sha256"],
  ["sha256", "sha256"],
  ["sha-512", "sha512"],
  ["sha512", "sha512"],
]);

function componentOf(value: unknown): VexComponent {
  const id = textOf(value) ?? textAt(value, "@id");
  const purl = textAt(memberOf(value, "identifiers"), "purl");
  const purls = [id, purl].filter((text): text is string => text?.startsWith("pkg:") === true);
  const digests = entriesOf(memberOf(value, "hashes")).flatMap(([name, digest]) => {
    const algorithm = HASHES.get(name.toLowerCase());
    return algorithm === undefined || typeof digest !== "string"
      ? []
      : `${algorithm}:${digest.toLowerCase()}`;
  });
  return { purls: [...new Set(purls)], digests };
}
