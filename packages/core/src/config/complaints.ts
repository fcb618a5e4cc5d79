import type { DocumentPath, LocatedDocument } from "./located-document.ts";
import type { ConfigurationNote } from "./layer.ts";
import type { ConfigurationProblem } from "./problem.ts";

/** What is said about a place of a document. */
export interface Complaint {
  /** Without the area, such as `unknown-rule`. */
  readonly code: string;
  readonly message: string;
  readonly nextStep: string;
}

/** Problems that are told before the rest is summed up. */
const MAXIMUM_PROBLEMS = 200;

/** Collects what is wrong with, and worth knowing about, the files of a configuration. Beyond 200 problems one more says so. */
export class Complaints {
  readonly problems: ConfigurationProblem[] = [];
  readonly notes: ConfigurationNote[] = [];
  readonly #area: string;

  constructor(area: string) {
    this.#area = area;
  }

  /** A problem of the value at a path. */
  atValue(document: LocatedDocument, path: DocumentPath, complaint: Complaint): void {
    this.#add(complaint, { file: document.file, range: document.valueRange(path) });
  }

  /** A problem of the key at a path. */
  atKey(document: LocatedDocument, path: DocumentPath, complaint: Complaint): void {
    this.#add(complaint, { file: document.file, range: document.keyRange(path) });
  }

  /** A problem without a place in a file. */
  of(file: string, complaint: Complaint): void {
    this.#add(complaint, { file });
  }

  note(
    document: LocatedDocument,
    path: DocumentPath,
    note: { readonly code: string; readonly message: string },
  ): void {
    this.notes.push({
      code: `${this.#area}/${note.code}`,
      file: document.file,
      range: document.keyRange(path),
      message: note.message,
    });
  }

  #add(complaint: Complaint, place: Pick<ConfigurationProblem, "file" | "range">): void {
    const { code, message, nextStep } = complaint;
    if (this.problems.length > MAXIMUM_PROBLEMS) return;
    if (this.problems.length === MAXIMUM_PROBLEMS) {
      const more = `There are more problems; these are the first ${MAXIMUM_PROBLEMS}.`;
      this.problems.push({
        code: `${this.#area}/too-many-problems`,
        ...place,
        message: more,
        nextStep: "Correct these first.",
      });
      return;
    }
    this.problems.push({ code: `${this.#area}/${code}`, ...place, message, nextStep });
  }
}
