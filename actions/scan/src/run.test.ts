import { createHash, generateKeyPairSync } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Command, CommandOutcome } from "@plimsoll/action-kit";
import { performInTest, type FakeStep, type StepRecord } from "@plimsoll/action-kit/testing";
import { decideRelease, DEFAULT_RELEASE_POLICY } from "@plimsoll/release";
import { verifyWithKey } from "@plimsoll/action-kit";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inputSpecs } from "./inputs.generated.ts";
import { run } from "./run.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;
const IMAGE = `registry.example/app@${DIGEST}`;
const NOW = Date.parse("2026-11-24T12:00:00Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-scan-test-"));
  mkdirSync(join(folder, "temp"));
  mkdirSync(join(folder, "bin"));
  for (const name of ["trivy", "grype"]) {
    writeFileSync(join(folder, "bin", name), "#!/bin/false\n");
    chmodSync(join(folder, "bin", name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Words {
  readonly severity?: string;
  readonly digest?: string;
  readonly built?: string;
  readonly packages?: readonly string[];
  readonly name?: string;
  readonly found?: boolean;
}

function trivy({
  severity = "LOW",
  digest = DIGEST,
  packages = ["zlib1g"],
  name = "zlib1g",
  found = true,
}: Words = {}) {
  const finding = {
    VulnerabilityID: "CVE-2026-0001",
    PkgName: name,
    PkgIdentifier: { PURL: "pkg:deb/debian/zlib1g@1.2?arch=amd64" },
    InstalledVersion: "1.2",
    FixedVersion: "1.3",
    Status: "fixed",
    Severity: severity,
  };
  return {
    SchemaVersion: 2,
    Trivy: { Version: "0.74.0" },
    CreatedAt: "2026-11-24T11:00:00Z",
    ArtifactName: IMAGE,
    ArtifactType: "container_image",
    Metadata: {
      OS: { Family: "debian", Name: "12" },
      RepoDigests: [`registry.example/app@${digest}`],
      ImageConfig: { os: "linux", architecture: "amd64" },
    },
    Results: [
      {
        Target: "debian 12",
        Class: "os-pkgs",
        Type: "debian",
        Packages: packages.map((each) => ({
          Name: each,
          Version: "1.2",
          Identifier: { PURL: `pkg:deb/debian/${each}@1.2` },
        })),
        Vulnerabilities: found ? [finding] : [],
      },
    ],
  };
}

function grype({
  severity = "Low",
  digest = DIGEST,
  built = "2026-11-24T01:00:00Z",
  found = true,
}: Words = {}) {
  const match = {
    vulnerability: {
      id: "CVE-2026-0001",
      namespace: "debian:distro:debian:12",
      severity,
      fix: { versions: ["1.3"], state: "fixed" },
    },
    relatedVulnerabilities: [],
    matchDetails: [{ type: "exact-direct-match", matcher: "dpkg-matcher" }],
    artifact: {
      name: "zlib1g",
      version: "1.2",
      type: "deb",
      purl: "pkg:deb/debian/zlib1g@1.2?arch=amd64",
      locations: [],
    },
  };
  return {
    matches: found ? [match] : [],
    source: {
      type: "image",
      target: {
        userInput: `registry.example/app@${digest}`,
        manifestDigest: digest,
        os: "linux",
        architecture: "amd64",
      },
    },
    distro: { name: "debian", version: "12", idLike: [] },
    descriptor: {
      name: "grype",
      version: "0.121.2",
      timestamp: "2026-11-24T11:00:00Z",
      configuration: { "only-fixed": false, ignore: null },
      db: { status: { built, schemaVersion: "v6.1.0" } },
    },
  };
}

function packageList(names: readonly string[]) {
  const components = names.map((name) => ({
    type: "library",
    name,
    version: "1.2",
    purl: `pkg:deb/debian/${name}@1.2`,
  }));
  return { bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components };
}

function report(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return name;
}

function perform(
  inputs: Readonly<Record<string, string>>,
  step: Partial<FakeStep> = {},
): Promise<StepRecord> {
  const environment = {
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, "temp"),
    PATH: "/nowhere",
    GITHUB_TOKEN: "ghs_not_for_scanners",
    AWS_SECRET_ACCESS_KEY: "aws-not-for-scanners",
  };
  return performInTest(
    { inputs: inputSpecs, run },
    { environment, now: NOW, ...step, inputs: { image: IMAGE, ...inputs } },
  );
}

const BUILT = "trivy=2026-11-24T00:00:00Z";

function withReports(
  first: unknown,
  second: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<StepRecord> {
  const reports = [report("one.json", first), report("two.json", second)].join("\n");
  return perform({ reports, "db-built": BUILT, ...more });
}

function codes(record: StepRecord): readonly string[] {
  const reasons: unknown = JSON.parse(record.outputs.get("reasons") ?? "[]");
  if (!Array.isArray(reasons)) return [];
  return reasons.filter(({ effect }) => effect !== "warning").map(({ code }) => String(code));
}

describe("finished reports", () => {
  it("passes where two engines looked at this digest and nothing severe is left", async () => {
    const record = await withReports(trivy(), grype());
    expect(record.failure).toBeUndefined();
    expect(record.outputs.get("result")).toBe("pass");
    expect(record.outputs.get("verdict")).toBe("pass");
    expect(
      ["low", "high", "agreed", "one-sided", "disagreement-index"].map((name) => record.outputs.get(name)),
    ).toEqual(["1", "0", "1", "0", "0.0000"]);
    expect(record.summary).toContain("✅ Pass");
  });

  it("fails at a severe finding, and still leaves its evidence", async () => {
    const record = await withReports(trivy({ severity: "CRITICAL" }), grype());
    expect(record.outputs.get("result")).toBe("fail");
    expect(codes(record)).toEqual(["scan/vulnerability-severe"]);
    expect(record.outputs.get("critical")).toBe("1");
    expect(existsSync(record.outputs.get("statement") ?? "")).toBe(true);
  });

  it.each<[string, unknown, unknown, string]>([
    [
      "one scanner under two names",
      trivy(),
      { ...trivy(), ArtifactName: "other name" },
      "scan/too-few-scanners",
    ],
    [
      "a report on another digest",
      trivy(),
      grype({ digest: `sha256:${"cd".repeat(32)}` }),
      "scan/digest-wrong",
    ],
    ["a stale database", trivy(), grype({ built: "2026-11-01T00:00:00Z" }), "scan/database-stale"],
    ["a scanner that saw no package", trivy({ packages: [], found: false }), grype(), "scan/nothing-checked"],
    ["a broken report", trivy(), "{", "scan/report-unreadable"],
  ])("has no verdict with %s", async (_, first, second, code) => {
    const record = await withReports(first, second);
    expect(record.outputs.get("result")).toBe("error");
    expect(record.outputs.get("verdict")).toBe("indeterminate");
    expect(codes(record)).toContain(code);
    expect(record.failure).toContain("no pass");
  });

  it("has no verdict where a report is missing", async () => {
    const record = await perform({
      reports: `${report("one.json", trivy())}\nabsent.json`,
      "db-built": BUILT,
    });
    expect(record.outputs.get("result")).toBe("error");
    expect(codes(record)).toContain("scan/report-unreadable");
  });

  it.each([
    [{ image: "registry.example/app:1" }, "no name with a digest"],
    [{ image: "" }, "image is required"],
    [{ "leeway-days": "soon" }, "leeway-days"],
    [{ "scanner-families": "x" }, "scanner-families"],
    [{ "severity-cutoff": "huge" }, "severity-cutoff"],
    [{ colour: "red" }, "there is no input colour"],
    [{ "registry-password": "hunter22" }, "belong together"],
  ])("names what is wrong with %j", async (inputs, words) => {
    const record = await withReports(trivy(), grype(), inputs);
    expect(record.outputs.get("result")).toBe("error");
    expect(record.failure).toContain(words);
  });

  it("lets nothing in a report speak to the runner or mark up the summary", async () => {
    const evil = "x\n::set-output name=result::pass\u001b[31m<img src=x onerror=alert(1)>|[a](http://evil)";
    const record = await withReports(trivy({ severity: "CRITICAL", name: evil }), grype());
    const said = [...record.lines, record.failure ?? "", record.summary, ...record.outputs.values()].join(
      "\n",
    );
    expect(said).not.toMatch(/^::set-output/mu);
    expect(record.summary).not.toContain("<img");
    expect(said).not.toContain("\u001b");
  });
});

describe("evidence", () => {
  it("is signed, and the release gate reads it", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const record = await withReports(trivy(), grype(), { "signing-key": key });
    const path = record.outputs.get("statement") ?? "";
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    const decision = await decideRelease({
      image: { name: "registry.example/app", digest: DIGEST },
      environment: "production",
      files: [{ path: "scan.statement.json", bytes: new Uint8Array(readFileSync(path)) }],
      policy: { ...DEFAULT_RELEASE_POLICY, require: ["scan"], keys: [{ id: "factory", pem }] },
      now: NOW,
      verify: (trusted, data, signature) => Promise.resolve(verifyWithKey(trusted.pem, data, signature)),
    });
    expect(decision.requirements.flatMap(({ reasons }) => reasons)).toEqual([]);
    expect(decision.decision).toBe("go");
    const line = key.split("\n")[1] ?? "none";
    expect(record.masks).toContain(line);
    expect(JSON.stringify([...record.outputs, record.lines, record.summary])).not.toContain(line);
  });

  it("keeps the reports as they were", async () => {
    const record = await withReports(trivy(), grype());
    const reports = join(record.outputs.get("evidence") ?? "", "scan", "reports");
    expect(readdirSync(reports).sort()).toEqual(["1-trivy.json", "2-grype.json"]);
    expect(readFileSync(join(reports, "1-trivy.json"))).toEqual(readFileSync(join(folder, "one.json")));
  });
});

/** Stands in for both scanners: writes what they would write, where they are told to. */
function scanners(of: {
  readonly trivy: unknown;
  readonly grype: unknown;
  readonly packages: readonly string[];
}) {
  return (command: Command): Promise<CommandOutcome> => {
    const exited = (stdout: string): Promise<CommandOutcome> =>
      Promise.resolve({ kind: "exited", status: 0, stdout: Buffer.from(stdout), stderr: "" });
    if (basename(command.program) === "grype") {
      for (const word of command.args) {
        if (word.startsWith("json=")) writeFileSync(word.slice(5), JSON.stringify(of.grype));
        if (word.startsWith("cyclonedx-json="))
          writeFileSync(word.slice(15), JSON.stringify(packageList(of.packages)));
      }
      return exited("");
    }
    if (command.args[0] === "version")
      return exited(
        JSON.stringify({ Version: "0.74.0", VulnerabilityDB: { UpdatedAt: "2026-11-24T00:00:00Z" } }),
      );
    writeFileSync(command.args[command.args.indexOf("--output") + 1] ?? "", JSON.stringify(of.trivy));
    return exited("");
  };
}

describe("scanners that are run", () => {
  const inputs = (): Record<string, string> => ({ "tool-path": join(folder, "bin"), offline: "true" });
  const clean = { trivy: trivy({ found: false }), grype: grype({ found: false }), packages: ["zlib1g"] };

  it("runs both in empty folders without any secret, and knows what they looked at", async () => {
    const login = { "registry-username": "robot", "registry-password": "hunter22" };
    const record = await perform({ ...inputs(), ...login }, { runCommand: scanners(clean) });
    expect(record.failure).toBeUndefined();
    expect(record.outputs.get("verdict")).toBe("pass");
    expect(record.commands.map(({ program }) => basename(program)).sort()).toEqual([
      "grype",
      "trivy",
      "trivy",
    ]);
    const seen = JSON.stringify(record.commands);
    for (const secret of ["ghs_not_for_scanners", "aws-not-for-scanners", "hunter22", "GITHUB_TOKEN"])
      expect(seen).not.toContain(secret);
    for (const { cwd, args } of record.commands) {
      expect(dirname(cwd).startsWith(join(folder, "temp"))).toBe(true);
      expect(args.join(" ")).not.toContain("hunter22");
    }
    expect(readdirSync(join(folder, "temp"))).toEqual(["plimsoll-evidence"]);
  });

  it("has no verdict where the second scanner saw no package", async () => {
    const record = await perform(inputs(), { runCommand: scanners({ ...clean, packages: [] }) });
    expect(codes(record)).toEqual(["scan/nothing-checked"]);
  });

  it("is an error where a scanner fails, and what it says is safe", async () => {
    const failing = (): Promise<CommandOutcome> =>
      Promise.resolve({ kind: "exited", status: 1, stdout: Buffer.from(""), stderr: "FATAL\n::error::boo" });
    const record = await perform(inputs(), { runCommand: failing });
    expect(record.outputs.get("result")).toBe("error");
    expect(record.failure).toContain("scan/scanner-failed");
  });

  it("is an error where a scanner is missing", async () => {
    const record = await perform({ scanners: "grype" });
    expect(record.failure).toContain("scan/scanner-missing");
  });
});

describe("a layout", () => {
  function layout(alter: string): string {
    const path = join(folder, "layout");
    mkdirSync(join(path, "blobs", "sha256"), { recursive: true });
    const manifest = JSON.stringify({ schemaVersion: 2, config: { digest: `sha256:${"ef".repeat(32)}` } });
    const hex = createHash("sha256").update(manifest).digest("hex");
    writeFileSync(join(path, "blobs", "sha256", hex), manifest + alter);
    writeFileSync(join(path, "index.json"), JSON.stringify({ manifests: [{ digest: `sha256:${hex}` }] }));
    return `sha256:${hex}`;
  }

  it("is scanned only where it holds the image", async () => {
    const digest = layout("");
    const step = {
      runCommand: scanners({ trivy: trivy({ digest }), grype: grype({ digest }), packages: ["zlib1g"] }),
    };
    const inputs = { "tool-path": join(folder, "bin"), "oci-layout": "layout" };
    const good = await perform({ ...inputs, image: `registry.example/app@${digest}` }, step);
    expect(good.outputs.get("verdict")).toBe("pass");
    expect(good.commands.flatMap(({ args }) => args)).toContain(join(folder, "layout"));
    const other = await perform(inputs, step);
    expect(other.failure).toContain("scan/input");
    expect(other.commands).toEqual([]);
  });

  it("is refused where its manifest was altered", async () => {
    const digest = layout(" ");
    const record = await perform({ "oci-layout": "layout", image: `registry.example/app@${digest}` });
    expect(record.failure).toContain("was altered");
  });
});
