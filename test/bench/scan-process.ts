import { readFileSync } from "node:fs";
import { compareScan, mergeReports, readReports } from "@plimsoll/scan";
import { cpuTime } from "./measure.ts";

/** What reading, merging and comparing cost in a process of its own. Seconds are CPU time of all threads. */
export interface ScanCost {
  readonly megabytes: number;
  readonly readSeconds: number;
  readonly mergeSeconds: number;
  readonly compareSeconds: number;
  /** Resident memory at the most, from the start of the process to the end of the merge. */
  readonly peakMebibytes: number;
  readonly findings: number;
}

function measure(files: readonly string[]): ScanCost {
  let bytes = 0;
  let readSeconds = 0;
  const reports = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    bytes += text.length;
    let read: ReturnType<typeof readReports> = [];
    readSeconds +=
      cpuTime(() => {
        read = readReports(text, { file, digest: `sha256:${file}` });
      }) / 1000;
    return read;
  });
  globalThis.gc?.();
  let scan = mergeReports([]);
  const mergeSeconds =
    cpuTime(() => {
      scan = mergeReports(reports);
    }) / 1000;
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  const compareSeconds = cpuTime(() => compareScan(scan)) / 1000;
  return {
    megabytes: bytes / 1e6,
    readSeconds,
    mergeSeconds,
    compareSeconds,
    peakMebibytes,
    findings: scan.findings.length,
  };
}

process.stdout.write(JSON.stringify(measure(process.argv.slice(2))));
