import { SourceText, type PlacedDocument, type Range, type Span } from "@plimsoll/syntax";
import type { WorkflowFile } from "../rule/workflow-rule.ts";
import { actionFacts, workflowFacts } from "../pipeline/read-workflow-facts.ts";
import { tracesOfDocument, type TraceSource } from "../tools/read-traces.ts";
import { tracesOfTemplate } from "../tools/template-traces.ts";
import { tracesOfWorkflow } from "../tools/workflow-traces.ts";
import { configurationFacts, kustomizationFacts } from "./document-facts.ts";
import type { FileFacts } from "./file-facts.ts";

/** What a workflow or action tells beside its findings. */
export function factsOfWorkflow(file: WorkflowFile, path: string, rangeOf: (span: Span) => Range): FileFacts {
  const tools = tracesOfWorkflow(file, rangeOf);
  const traced = tools.length === 0 ? {} : { tools };
  if (file.kind === "workflow")
    return { file: path, workflow: workflowFacts(file.workflow, rangeOf), ...traced };
  return { file: path, action: actionFacts(file.action, rangeOf), ...traced };
}

/**
 * What the documents of a file tell so far: the first of a configuration or kustomization what it says, all of them what may be
 * traces of tools; undefined while that is nothing.
 * @param known what the documents before it told
 */
export function factsOfDocument(
  placed: PlacedDocument,
  { path, kind }: Pick<TraceSource, "path" | "kind">,
  rangeOf: TraceSource["rangeOf"],
  known: FileFacts | undefined,
): FileFacts | undefined {
  const source = { path, kind, rangeOf };
  const facts = known ?? ownFacts(placed, source);
  const traces = tracesOfDocument(placed.document.root, source);
  if (traces.length === 0) return facts;
  return { file: path, ...facts, tools: [...(facts?.tools ?? []), ...traces] };
}

/** What a template that was not rendered tells; undefined where that is nothing. */
export function factsOfTemplate(path: string, text: string): FileFacts | undefined {
  const tools = tracesOfTemplate(text, new SourceText(text));
  return tools.length === 0 ? undefined : { file: path, tools };
}

function ownFacts(placed: PlacedDocument, { path, kind, rangeOf }: TraceSource): FileFacts | undefined {
  const { root } = placed.document;
  if (kind === "configuration" && isSettings(path)) {
    const configuration = configurationFacts(placed.document, rangeOf);
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
