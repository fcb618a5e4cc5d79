import type { Engine, FileResult, Finding, NotChecked, ResourceRecord, WaivedFinding } from "@plimsoll/core";
import { checkText } from "../pool/check-source.ts";
import type { RenderedFile, SourcePlace } from "./rendered-file.ts";

/** Judges rendered resources and puts what was found onto the files that a person edits. Fixes fall away: they were made for the render. */
export function checkRendered(
  engine: Engine,
  file: RenderedFile,
): { readonly result?: FileResult; readonly notChecked: readonly NotChecked[] } {
  const outcome = checkText(engine, { path: file.path, text: file.text });
  if ("notChecked" in outcome) return { notChecked: [outcome.notChecked] };
  const { result } = outcome;
  return {
    result: {
      ...result,
      findings: result.findings.map((finding) => relocate(finding, file)),
      suppressed: result.suppressed.map((waived): WaivedFinding => ({
        ...waived,
        finding: relocate(waived.finding, file),
      })),
      notChecked: result.notChecked.map((entry) => relocateNotChecked(entry, file)),
      records: result.records.map((record) => relocateRecord(record, file)),
    },
    notChecked: [],
  };
}

function relocate(finding: Finding, file: RenderedFile): Finding {
  const place = file.locate(finding.range);
  const related = finding.related.map(({ range, message }) => ({
    ...fileAndRange(file.locate(range)),
    message,
  }));
  return { ...finding, ...fileAndRange(place), fixes: [], related: [...related, ...place.related] };
}

function relocateNotChecked(entry: NotChecked, file: RenderedFile): NotChecked {
  return entry.range === undefined ? entry : { ...entry, ...fileAndRange(file.locate(entry.range)) };
}

function relocateRecord(record: ResourceRecord, file: RenderedFile): ResourceRecord {
  return { ...record, ...fileAndRange(file.locate(record.range)) };
}

function fileAndRange({ file, range }: SourcePlace): Pick<SourcePlace, "file" | "range"> {
  return { file, range };
}
