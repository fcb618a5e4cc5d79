import { Complaints } from "../config/complaints.ts";
import type { DocumentPath, LocatedDocument } from "../config/located-document.ts";
import { entryOf, listOf, textOf, textsOf, valueAt } from "../config/plain-value.ts";
import type { ConfigurationProblem } from "../config/problem.ts";

/** First part of the codes of problems in files with users' own rules. */
export const AREA = "custom-rule";

/** One entry of `rules` or of its `also`, read key by key; a key of another type counts as absent, since the schema has told of it. */
export class RuleItem {
  readonly document: LocatedDocument;
  readonly path: DocumentPath;
  readonly #complaints = new Complaints(AREA);
  readonly #value: unknown;

  constructor(document: LocatedDocument, path: DocumentPath) {
    this.document = document;
    this.path = path;
    this.#value = valueAt(document.value, path);
  }

  /** The entries of a list of the entry. */
  items(key: string): readonly RuleItem[] {
    return listOf(this.value(key)).map((_, index) => new RuleItem(this.document, [...this.path, key, index]));
  }

  get problems(): readonly ConfigurationProblem[] {
    return this.#complaints.problems;
  }

  value(key: string): unknown {
    return entryOf(this.#value, key);
  }

  /** A text that is not empty. */
  text(key: string): string | undefined {
    const value = textOf(this.value(key));
    return value === "" ? undefined : value;
  }

  texts(key: string): readonly string[] | undefined {
    return textsOf(this.value(key));
  }

  /** Tells of a problem at a path from the entry: its code, what is wrong, and what to do. */
  complain(path: DocumentPath, code: string, [message, nextStep]: readonly [string, string]): void {
    this.#complaints.atValue(this.document, [...this.path, ...path], { code, message, nextStep });
  }

  /** Tells of a problem whose place is known already. */
  complainAt(problem: ConfigurationProblem): void {
    this.#complaints.problems.push(problem);
  }
}
