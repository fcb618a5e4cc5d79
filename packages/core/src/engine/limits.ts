import type { RawNotChecked } from "./raw-finding.ts";

/** Problems listed of one YAML document. Nobody reads more, and a hostile file could otherwise make a million of them. */
export const MAXIMUM_FINDINGS_OF_DOCUMENT = 5000;

/** Problems listed of one YAML file; its documents after that are not judged. */
export const MAXIMUM_FINDINGS_OF_FILE = 10_000;

/** Whether a document's rules have found as much as is listed, so that judging it ends. */
export function isFull({ findings }: { readonly findings: readonly unknown[] }): boolean {
  return findings.length >= MAXIMUM_FINDINGS_OF_DOCUMENT;
}

/** What judging ended early says. */
export function tooManyFindings(what: "document" | "file", limit: number): RawNotChecked {
  return {
    code: "file/too-many-findings",
    reason: `More than ${limit} problems were found in this ${what}; the rest of it was not judged. Fix some and check again.`,
  };
}

/**
 * Objects of a file after which judging ends; the rest is reported as not checked. A file of the largest size that is
 * read holds so many only when they are next to empty.
 */
export const MAXIMUM_OBJECTS_OF_FILE = 5000;

export function tooManyObjects(): RawNotChecked {
  return {
    code: "file/too-many-objects",
    reason: `The file holds more than ${MAXIMUM_OBJECTS_OF_FILE} objects; those after them were not judged. Split it.`,
  };
}

/** Containers of an object from which on it is not judged. An API server takes objects of 1.5 MB, which hold fewer of any use. */
export const MAXIMUM_CONTAINERS_OF_OBJECT = 2000;

export function tooManyContainers(subject: string): RawNotChecked {
  return {
    code: "kubernetes/too-many-containers",
    subject,
    reason: `${subject} was not judged: it has more than ${MAXIMUM_CONTAINERS_OF_OBJECT} containers.`,
  };
}
