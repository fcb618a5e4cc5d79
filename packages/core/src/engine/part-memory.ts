import { CONTAINER_LISTS } from "@plimsoll/syntax";
import type { Part } from "../rule/rule.ts";
import { podMetadataOf, valueAt } from "./object-value.ts";
import { isSameValue } from "./same-value.ts";
import type { CompiledCheck } from "./rule-index.ts";

/** A pod but for its containers; one object for as long as nothing of it changes. */
interface Surroundings {
  readonly podSpec: unknown;
  readonly podMetadata: unknown;
}

interface Remembered {
  readonly value: unknown;
  readonly surroundings: Surroundings;
  readonly failed: ReadonlySet<CompiledCheck>;
}

/** Containers that are remembered of one file. */
const MAXIMUM_PARTS = 2000;

/**
 * The containers of one open file and the checks that they failed when the file was last judged. A container that reads as before,
 * in a pod that but for its containers reads as before, passes what it passed: so an edit in a long manifest costs the container
 * that it touched. Values are compared, not texts, so nothing depends on how they are written or where they stand.
 */
export class PartMemory {
  readonly #parts = new Map<string, Remembered>();
  readonly #surroundings = new Map<string, Surroundings>();
  /** The pod that was asked for last: all its containers are judged before the next one's. */
  #last: { readonly podSpec: object | undefined; readonly surroundings: Surroundings } | undefined;

  /** The checks that a container failed when it was the same as now; undefined where it was not. */
  failedBefore(part: Part): ReadonlySet<CompiledCheck> | undefined {
    const known = this.#parts.get(keyOf(part));
    if (known?.surroundings !== this.#surroundingsOf(part)) return undefined;
    return isSameValue(known.value, part.value) ? known.failed : undefined;
  }

  remember(part: Part, failed: ReadonlySet<CompiledCheck>): void {
    if (this.#parts.size >= MAXIMUM_PARTS) this.#parts.clear();
    const surroundings = this.#surroundingsOf(part);
    this.#parts.set(keyOf(part), { value: part.value, surroundings, failed });
  }

  #surroundingsOf(part: Part): Surroundings {
    if (this.#last !== undefined && this.#last.podSpec === part.podSpec) return this.#last.surroundings;
    const key = podKeyOf(part);
    const now: Surroundings = {
      podSpec: valueAt(part.resource.value, part.podSpecPath),
      podMetadata: podMetadataOf(part),
    };
    const before = this.#surroundings.get(key);
    const surroundings = before !== undefined && areSame(before, now) ? before : now;
    if (this.#surroundings.size >= MAXIMUM_PARTS) this.#surroundings.clear();
    this.#surroundings.set(key, surroundings);
    this.#last = { podSpec: part.podSpec, surroundings };
    return surroundings;
  }
}

const LISTS: ReadonlySet<string> = new Set(CONTAINER_LISTS);

function areSame(before: Surroundings, now: Surroundings): boolean {
  return isSameValue(before.podSpec, now.podSpec, LISTS) && isSameValue(before.podMetadata, now.podMetadata);
}

/** What kind of object a pod is in matters to the checks; the names only find what was remembered. */
function podKeyOf({ resource, podSpecPath }: Part): string {
  const { apiVersion, kind, namespace = "", name } = resource;
  return [apiVersion, kind, namespace, name, ...podSpecPath].join("\u0000");
}

function keyOf(part: Part): string {
  const name = valueAt(part.value, ["name"]);
  const which = typeof name === "string" ? name : String(part.path.at(-1));
  return `${podKeyOf(part)}\u0000${part.containerType ?? ""}\u0000${which}`;
}
