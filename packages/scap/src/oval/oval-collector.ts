import type { OvalDefinition } from "@plimsoll/core";
import type { Problems } from "../problems.ts";
import type { XmlTag } from "../xml/read-xml.ts";
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from "../xml/xml-element.ts";

type Result = Exclude<OvalDefinition["result"], "none">;

const RESULTS: readonly Result[] = ["true", "false", "unknown", "error", "not evaluated", "not applicable"];

interface Facts {
  readonly version: string;
  readonly class: string;
  readonly title: string;
  readonly references: readonly { readonly source: string; readonly id: string }[];
}

interface Judged {
  readonly id: string;
  readonly version: string;
  readonly result: Result;
}

/** Definitions and their results, which stand in different parts of an OVAL results file. */
export class OvalCollector {
  readonly #facts = new Map<string, Facts>();
  readonly #judged: Judged[] = [];
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** A `definition` with its metadata. */
  addDefinition(element: XmlElement): void {
    const metadata = childOf(element, "metadata");
    this.#facts.set(attributeOf(element, "id"), {
      version: attributeOf(element, "version"),
      class: attributeOf(element, "class"),
      title: metadata === undefined ? "" : textOf(metadata, "title"),
      references:
        metadata === undefined
          ? []
          : childrenOf(metadata, "reference").map((reference) => ({
              source: attributeOf(reference, "source"),
              id: attributeOf(reference, "ref_id"),
            })),
    });
  }

  /** A `definition` with its result. */
  addResult({ attributes, line }: XmlTag): void {
    const text = attributes.get("result") ?? "";
    const result = RESULTS.find((candidate) => candidate === text);
    const id = attributes.get("definition_id") ?? "";
    if (result === undefined) {
      this.#problems.add(
        "scap/unknown-result",
        `"${text}" is no result of ${id}; it counts as unknown.`,
        line,
      );
    }
    this.#judged.push({ id, version: attributes.get("version") ?? "", result: result ?? "unknown" });
  }

  /** Those with a result first, in the order of the results; then those without one. */
  definitions(): readonly OvalDefinition[] {
    const judged = this.#judged.map((result) => ({ ...NO_FACTS, ...this.#facts.get(result.id), ...result }));
    const ids = new Set(this.#judged.map(({ id }) => id));
    const others = [...this.#facts].filter(([id]) => !ids.has(id));
    return [...judged, ...others.map(([id, facts]) => ({ id, ...facts, result: "none" as const }))];
  }
}

const NO_FACTS: Facts = { version: "", class: "", title: "", references: [] };
