import type { Problem, Severity } from "@plimsoll/core";
import type { Span, YamlNode, YamlPath } from "@plimsoll/syntax";
import { keySpan, valueSpan } from "../shared-objects/spans.ts";

/** What is wrong in a file that is known by its name. */
export interface DocumentFlaw {
  readonly value: string;
  readonly detail: string;
}

/** The details of a {@link documentFlaw}. */
export interface DocumentFlawDetails {
  readonly value: string;
  readonly detail?: string;
  readonly severity?: Severity | undefined;
  /** True where it stands at the key. */
  readonly atKey?: boolean;
  readonly at?: Span;
}

/** A problem at a path of a document. */
export function documentFlaw(
  root: YamlNode,
  problem: string,
  path: YamlPath,
  details: DocumentFlawDetails,
): Problem<DocumentFlaw> {
  const { value, detail = "", severity, atKey = false } = details;
  return {
    problem,
    at: details.at ?? (atKey ? keySpan(root, path) : valueSpan(root, path)),
    subject: `${path.join(".")} ${value}`,
    ...(severity === undefined ? {} : { severity }),
    data: { value, detail },
  };
}
