import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atMost, shown, type Figure } from "./measure.ts";
import type { ScanCost } from "./scan-process.ts";

/** Findings of each of the two scanners. */
const FINDINGS = 250_000;
/** Vulnerabilities of one package, so that there are as many packages as a large image has. */
const OF_A_PACKAGE = 25;
const PROCESS = fileURLToPath(new URL("scan-process.ts", import.meta.url));

/**
 * Two scanners' reports on one image, a quarter of a million findings each, half of them in common. Measured in a process of
 * its own, whose memory holds nothing else.
 */
export function benchScan(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-bench-scan-"));
  try {
    const files = [join(folder, "trivy.json"), join(folder, "grype.json")] as const;
    writeFileSync(files[0], trivyText(0));
    writeFileSync(files[1], grypeText(FINDINGS / 2));
    const output = execFileSync(process.execPath, ["--conditions=source", "--expose-gc", PROCESS, ...files], {
      encoding: "utf8",
    });
    return figuresOf(JSON.parse(output) as ScanCost);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf({
  megabytes,
  readSeconds,
  mergeSeconds,
  compareSeconds,
  peakMebibytes,
  findings,
}: ScanCost): readonly Figure[] {
  return [
    atMost("two reports of 250,000 findings merged", mergeSeconds, {
      limit: 5,
      unit: " s",
      note: `into ${findings} findings`,
    }),
    atMost("memory at the most, reading included", peakMebibytes, { limit: 1024, unit: " MiB" }),
    shown("the same two reports read", `${readSeconds.toFixed(2)} s (${megabytes.toFixed(0)} MB)`),
    shown("the same compared", `${compareSeconds.toFixed(2)} s`),
  ];
}

function trivyText(from: number): string {
  const rows = Array.from({ length: FINDINGS }, (_, index) => {
    const { id, name, purl } = rowOf(from + index);
    return `{"VulnerabilityID":"${id}","PkgName":"${name}","PkgIdentifier":{"PURL":"${purl}"},"InstalledVersion":"1.2.3-4","FixedVersion":"1.2.3-5","Status":"fixed","Severity":"HIGH","SeveritySource":"nvd","Title":"A fault in ${name}","VendorSeverity":{"nvd":3,"redhat":2},"CVSS":{"nvd":{"V3Vector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H","V3Score":7.5}}}`;
  });
  return `{"SchemaVersion":2,"ArtifactName":"app","ArtifactType":"container_image","Metadata":{"OS":{"Family":"debian","Name":"12"}},"Results":[{"Target":"app","Class":"os-pkgs","Type":"debian","Vulnerabilities":[${rows.join(",")}]}]}`;
}

function grypeText(from: number): string {
  const rows = Array.from({ length: FINDINGS }, (_, index) => {
    const { id, name, purl } = rowOf(from + index);
    return `{"vulnerability":{"id":"${id}","namespace":"debian:distro:debian:12","severity":"High","fix":{"versions":["1.2.3-5"],"state":"fixed"},"cvss":[{"source":"nvd","version":"3.1","vector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H","metrics":{"baseScore":7.5}}]},"matchDetails":[{"type":"exact-indirect-match"}],"artifact":{"name":"${name}","version":"1.2.3-4","type":"deb","purl":"${purl}&distro=debian-12","locations":[{"path":"/var/lib/dpkg/status"}],"upstreams":[{"name":"source"}]}}`;
  });
  return `{"matches":[${rows.join(",")}],"source":{"type":"image","target":{"userInput":"app"}},"distro":{"name":"debian","version":"12"},"descriptor":{"name":"grype","version":"1"}}`;
}

function rowOf(number: number): { readonly id: string; readonly name: string; readonly purl: string } {
  const name = `package-${Math.floor(number / OF_A_PACKAGE)}`;
  return {
    id: `CVE-2024-${10_000 + (number % 50_000)}`,
    name,
    purl: `pkg:deb/debian/${name}@1.2.3-4?arch=amd64`,
  };
}
