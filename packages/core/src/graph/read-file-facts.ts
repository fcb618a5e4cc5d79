import type { PlacedDocument, Span, Range } from "@plimsoll/syntax";
import type { FileKind } from "../engine/file-kind.ts";
import type { WorkflowFile } from "../rule/workflow-rule.ts";
import { actionFacts, workflowFacts } from "../pipeline/read-workflow-facts.ts";
import { configurationFacts, kustomizationFacts } from "./document-facts.ts";
import type { FileFacts } from "./file-facts.ts";

/** What a workflow or action tells beside its findings. */
export function factsOfWorkflow(file: WorkflowFile, path: string, rangeOf: (span: Span) => Range): FileFacts {
  if (file.kind === "workflow") return { file: path, workflow: workflowFacts(file.workflow, rangeOf) };
  return { file: path, action: actionFacts(file.action, rangeOf) };
}

/** What the first document of a configuration or kustomization tells; undefined for files of other kinds. */
export function factsOfDocument(
  placed: PlacedDocument,
  { path, kind }: { readonly path: string; readonly kind: FileKind },
  rangeOf: (span: Span) => Range,
): FileFacts | undefined {
  const { root } = placed.document;
  if (kind === "configuration" && isSettings(path)) {
    const configuration = configurationFacts(root, rangeOf);
    return configuration === undefined ? undefined : { file: path, configuration };
  }
  if (kind !== "kustomization") return undefined;
  const kustomization = kustomizationFacts(root, rangeOf);
  return kustomization === undefined ? undefined : { file: path, kustomization };
}

/** Files of waivers are of the same kind. */
function isSettings(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === "plimsoll.yaml" || name === "plimsoll.yml";
}
