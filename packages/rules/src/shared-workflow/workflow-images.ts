import type { WorkflowFile } from "@plimsoll/core";
import { parseImageReference, type ImageReference, type Span } from "@plimsoll/syntax";
import { jobsOf, stepsOf } from "./places.ts";

/** An image that a workflow or action runs. */
export interface WorkflowImage {
  readonly text: string;
  readonly at: Span;
  /** Undefined where an expression decides a part of it. */
  readonly reference: ImageReference | undefined;
}

const SCHEME = "docker://";

/** The images of jobs, services, steps and Docker actions. */
export function workflowImages(file: WorkflowFile): readonly WorkflowImage[] {
  const texts: (Span & { readonly text: string })[] = [];
  for (const { container, services } of jobsOf(file)) {
    for (const one of [...(container === undefined ? [] : [container]), ...services]) {
      if (one.image !== undefined) texts.push(one.image);
    }
  }
  for (const { step } of stepsOf(file)) if (step.uses?.kind === "docker") texts.push(step.uses);
  // `image:` of an action may name its own Dockerfile.
  const own = file.kind === "action" ? file.action.image : undefined;
  if (own?.text.startsWith(SCHEME) === true) texts.push(own);
  return texts.filter(({ text }) => text !== "").map(imageOf);
}

function imageOf({ text, start, end }: Span & { readonly text: string }): WorkflowImage {
  const name = text.startsWith(SCHEME) ? text.slice(SCHEME.length) : text;
  const at = { start, end };
  if (name.includes("${{")) return { text: name, at, reference: undefined };
  const result = parseImageReference(name);
  return { text: name, at, reference: result.ok ? result.reference : undefined };
}
