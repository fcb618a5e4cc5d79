import type { CompletionList, Position } from "vscode-languageserver-types";
import { ownFile } from "../configuration/schemas.ts";
import type { OpenFile } from "../document/open-file.ts";
import { offsetOf } from "../document/positions.ts";
import type { FeatureContext } from "../feature-context.ts";
import { configurationCompletion } from "./configuration-completion.ts";
import { dockerfileCompletion } from "./dockerfile-completion.ts";
import { kubernetesCompletion } from "./kubernetes-completion.ts";

/** What completion is made from. */
export interface CompletionRequest {
  readonly file: OpenFile;
  readonly position: Position;
  readonly context: FeatureContext;
  /** Whether the client takes snippets. */
  readonly snippets: boolean;
}

/** Characters after which an editor asks by itself, for the server's capabilities. */
export const COMPLETION_TRIGGERS: readonly string[] = ["-", "=", "$", "{", ":", "/", " ", ","];

/**
 * What can be written at a place: instructions, flags, stages, variables and images in a Dockerfile; fields and values in objects of
 * Kubernetes; keys and values in Plimsoll's own files. The list is asked for again while somebody types, since images are found by
 * what is typed.
 */
export function complete({ file, position, context, snippets }: CompletionRequest): CompletionList {
  const place = { file, offset: offsetOf(file.source, position), context, snippets };
  return { isIncomplete: true, items: [...itemsAt(place)] };
}

function itemsAt(place: Parameters<typeof dockerfileCompletion>[0]): CompletionList["items"] {
  const { file, context } = place;
  if (file.kind === "dockerfile") return [...dockerfileCompletion(place)];
  const own = ownFile(file, context);
  if (own !== undefined) return [...configurationCompletion(place, own)];
  return file.kind === "yaml" ? [...kubernetesCompletion(place)] : [];
}
