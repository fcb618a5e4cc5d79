import type { EvidenceOutcome } from "./evidence-set.ts";

/** An outcome before its check's id is put in. */
export type Told = Omit<EvidenceOutcome, "check">;

type Paths = readonly { readonly path: string }[];

export function passed(message: string, files: Paths): Told {
  return { outcome: "passed", message, files: files.map(({ path }) => path) };
}

export function failed(message: string, files: Paths = []): Told {
  return { outcome: "failed", message, files: files.map(({ path }) => path) };
}

export function notChecked(message: string, files: Paths = []): Told {
  return { outcome: "not-checked", message, files: files.map(({ path }) => path) };
}
