import type { ComplianceReport } from "@plimsoll/core";
import { memberOf } from "@plimsoll/core/json";
import { readCklb } from "./checklist/read-cklb.ts";
import { readHdf } from "./hdf/read-hdf.ts";
import { listAt, readJson } from "./json/plain-json.ts";
import { readScapXml } from "./read-scap-xml.ts";
import { ScapError } from "./scap-error.ts";

/**
 * Results of a checker of configuration, of whatever format: XCCDF 1.1 and 1.2, ARF 1.1, OVAL results, CKL (XML); CKLB and HDF
 * (JSON). The format is told by the content.
 * @param file the name under which the file is reported
 * @throws ScapError with the file, the line and the cause
 */
export function readCompliance(text: string, file: string): ComplianceReport {
  const first = firstCharacter(text);
  if (first === "<") return readScapXml(text, file);
  if (first === "{" || first === "[") return readJsonResults(text, file);
  throw new ScapError("scap/unknown-format", { file, line: 1 }, "is neither XML nor JSON.");
}

function readJsonResults(text: string, file: string): ComplianceReport {
  const root = readJson(text, file);
  if (Array.isArray(memberOf(root, "stigs"))) return readCklb(root, file);
  if (Array.isArray(memberOf(root, "profiles")) && listAt(root, "profiles").some(hasControls))
    return readHdf(root, file);
  throw new ScapError(
    "scap/unknown-format",
    { file, line: 1 },
    'has neither "stigs" (CKLB) nor "profiles" with controls (HDF).',
  );
}

function hasControls(profile: unknown): boolean {
  return Array.isArray(memberOf(profile, "controls"));
}

function firstCharacter(text: string): string {
  return text.slice(0, 4096).replace("\ufeff", "").trimStart().charAt(0);
}
