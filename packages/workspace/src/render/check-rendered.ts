import type { Engine, FileResult, Finding, NotChecked, ResourceRecord, WaivedFinding } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
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

/** Fixes that would add a document behind this one fall away too: `documentEnd` counts in the render. */
function relocateRecord(rendered: ResourceRecord, file: RenderedFile): ResourceRecord {
  const record: { documentEnd?: number } & ResourceRecord = { ...rendered };
  delete record.documentEnd;
  const place = fileAndRange(file.locate(record.range));
  const move = <Part extends { readonly range: Range }>(part: Part): Part => {
    const at = file.locate(part.range);
    // A record has one file: what another file says of it stands at its name.
    return { ...part, range: at.file === place.file ? at.range : place.range };
  };
  const { selects, peers, references, ports, hosts } = record;
  return {
    ...record,
    ...place,
    ...(selects === undefined ? {} : { selects: move(selects) }),
    ...(peers === undefined ? {} : { peers: peers.map(move) }),
    ...(references === undefined ? {} : { references: references.map(move) }),
    ...(ports === undefined ? {} : { ports: ports.map(move) }),
    ...(hosts === undefined ? {} : { hosts: hosts.map(move) }),
  };
}

function fileAndRange({ file, range }: SourcePlace): Pick<SourcePlace, "file" | "range"> {
  return { file, range };
}
