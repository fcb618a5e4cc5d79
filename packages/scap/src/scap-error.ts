import { CodedError } from "@plimsoll/core";

/** What can be wrong with a file of results. */
export type ScapErrorCode =
  | "scap/too-large"
  | "scap/too-deep"
  | "scap/too-many"
  | "scap/document-type"
  | "scap/broken-xml"
  | "scap/broken-json"
  | "scap/unknown-format"
  | "scap/empty";

/** A file that cannot be read as results: which file, where and why. */
export class ScapError extends CodedError {
  declare readonly code: ScapErrorCode;
  /** From 1; 0 where the place is not known. */
  readonly line: number;

  constructor(code: ScapErrorCode, place: { readonly file: string; readonly line: number }, cause: string) {
    const at = place.line > 0 ? `${place.file}:${place.line}` : place.file;
    super({ code, message: `${at}: ${cause}`, nextStep: NEXT_STEPS[code] });
    this.line = place.line;
  }
}

const NEXT_STEPS: Readonly<Record<ScapErrorCode, string>> = {
  "scap/too-large":
    "Pass the results of one scan of one target; a data stream with its content is larger than need be.",
  "scap/too-deep": "Check that the file is what the scanner wrote.",
  "scap/too-many": "Check that the file is what the scanner wrote.",
  "scap/document-type":
    "Remove the document type declaration: entities of files from elsewhere are not expanded.",
  "scap/broken-xml":
    "Run the scanner again and keep its whole output; a run that was cut off leaves half a file.",
  "scap/broken-json": "Run the scanner again and keep its whole output.",
  "scap/unknown-format": "Pass XCCDF 1.1 or 1.2 results, ARF 1.1, OVAL results, CKL, CKLB or HDF.",
  "scap/empty": "Pass what the checker wrote (`oscap xccdf eval --results …`).",
};
