import { containerFields } from "./container-fields.data.ts";
import type { FieldWords } from "./field-words.ts";
import { objectFields } from "./object-fields.data.ts";
import { podFields } from "./pod-fields.data.ts";

const words: ReadonlyMap<string, FieldWords> = new Map([
  ...Object.entries(podFields),
  ...Object.entries(containerFields),
  ...Object.entries(objectFields),
]);

/** Fields that rules speak of, by the definition of Kubernetes that has them: `SecurityContext.privileged`. */
export const fieldWords: ReadonlyMap<string, FieldWords> = words;

/** What is said of a field of a definition; undefined where no rule speaks of it. */
export function wordsOfField(definition: string, name: string): FieldWords | undefined {
  // The containers that a person adds later have the fields of the others.
  return words.get(`${definition === "EphemeralContainer" ? "Container" : definition}.${name}`);
}
