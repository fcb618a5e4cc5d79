import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { generateKeyPairSync } from "node:crypto";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { verifyWithKey, type Command, type CommandOutcome } from "@plimsoll/action-kit";
import { performInTest, type FakeStep, type StepRecord } from "@plimsoll/action-kit/testing";
import { decideRelease, DEFAULT_RELEASE_POLICY } from "@plimsoll/release";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inputSpecs } from "./inputs.generated.ts";
import { run } from "./run.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;
const IMAGE = `registry.example/app@${DIGEST}`;
const NOW = Date.parse("2026-11-24T12:00:00Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-policy-test-"));
  for (const name of ["temp", "bin", ".git"]) mkdirSync(join(folder, name));
  for (const name of ["oscap", "buildah"]) {
    writeFileSync(join(folder, "bin", name), "#!/bin/false\n");
    chmodSync(join(folder, "bin", name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  writeFileSync(join(folder, path), text);
  return path;
}

function perform(
  inputs: Readonly<Record<string, string>>,
  step: Partial<FakeStep> = {},
): Promise<StepRecord> {
  const environment = {
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, "temp"),
    PATH: "/nowhere",
    GITHUB_TOKEN: "ghs_not_for_children",
  };
  return performInTest({ inputs: inputSpecs, run }, { environment, now: NOW, ...step, inputs });
}

function codes(record: StepRecord): readonly string[] {
  const reasons: unknown = JSON.parse(record.outputs.get("reasons") ?? "[]");
  return Array.isArray(reasons) ? reasons.map(({ code }) => String(code)) : [];
}

/** XCCDF results with a value for each of some rules. */
function xccdf(results: readonly (readonly [severity: string, result: string])[], more = ""): string {
  const rules = results.map(
    ([severity, result], number) =>
      `<rule-result idref="rule-${number}" severity="${severity}"><result>${result}</result></rule-result>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_x_testresult_1" end-time="2026-11-24T10:00:00">
<target>builder-17.internal</target><target-address>10.1.2.3</target-address>${more}
${rules.join("\n")}</TestResult>`;
}

const CONFIGMAP =
  "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\ndata:\n  colour: blue\n";
const BAD_DOCKERFILE = "FROM alpine:latest\nADD http://example.com/x /x\nUSER root\n";

describe("files", () => {
  it("passes where nothing is found", async () => {
    write("config.yaml", CONFIGMAP);
    const record = await perform({ image: IMAGE });
    expect(record.failure).toBeUndefined();
    expect(
      ["verdict", "errors", "checked-files", "not-checked"].map((name) => record.outputs.get(name)),
    ).toEqual(["pass", "0", "1", "0"]);
  });

  it("fails at an error, beside its line, and leaves its evidence", async () => {
    write("Dockerfile", BAD_DOCKERFILE);
    const record = await perform({ image: IMAGE });
    expect(record.outputs.get("result")).toBe("fail");
    expect(codes(record)[0]).toBe("policy/findings");
    expect(
      record.annotations.some(
        ({ level, file, startLine }) => level === "error" && file === "Dockerfile" && startLine === 1,
      ),
    ).toBe(true);
    const statement: unknown = JSON.parse(readFileSync(record.outputs.get("policy-statement") ?? "", "utf8"));
    expect(statement).toMatchObject({
      predicateType: "urn:plimsoll:predicate:policy:1",
      subject: [{ name: "registry.example/app", digest: { sha256: "ab".repeat(32) } }],
      predicate: { verdict: "fail", checkedFiles: 1 },
    });
    expect(JSON.parse(readFileSync(record.outputs.get("sarif") ?? "", "utf8"))).toHaveProperty(
      "version",
      "2.1.0",
    );
  });

  it("has no verdict where there is nothing to check", async () => {
    const record = await perform({ image: IMAGE });
    expect(record.outputs.get("verdict")).toBe("indeterminate");
    expect(record.outputs.get("result")).toBe("error");
    expect(codes(record)).toContain("policy/nothing-checked");
  });

  it("has no verdict with a file that cannot be read, unless that is allowed", async () => {
    write("config.yaml", CONFIGMAP);
    writeFileSync(join(folder, "latin.yaml"), Buffer.from("name: caf\u00e9\n", "latin1"));
    const record = await perform({ image: IMAGE });
    expect(record.outputs.get("verdict")).toBe("indeterminate");
    expect(codes(record)).toContain("policy/not-checked");
    expect((await perform({ "not-checked": "warn" })).outputs.get("verdict")).toBe("pass");
  });

  it("takes YAML of other kinds for no gap", async () => {
    write("config.yaml", CONFIGMAP);
    write("notes.yaml", "colour: blue\n");
    expect((await perform({})).outputs.get("verdict")).toBe("pass");
  });

  it("writes no statement without an image", async () => {
    write("config.yaml", CONFIGMAP);
    const record = await perform({});
    expect(record.outputs.get("verdict")).toBe("pass");
    expect(record.outputs.has("policy-statement")).toBe(false);
  });
});

describe("SCAP results", () => {
  const inputs = { paths: "none", image: IMAGE, "scap-results": "results.xml", "scap-results-image": DIGEST };

  it("pass, are kept, and come in other forms", async () => {
    write(
      "results.xml",
      xccdf([
        ["high", "pass"],
        ["low", "notapplicable"],
      ]),
    );
    const record = await perform({ ...inputs, formats: "ckl, cklb, junit, html" });
    expect(record.failure).toBeUndefined();
    expect(
      ["compliance-verdict", "evaluated", "coverage", "cat1"].map((name) => record.outputs.get(name)),
    ).toEqual(["pass", "1", "1.0000", "0"]);
    for (const name of ["ckl", "cklb", "junit", "html", "compliance-sarif"])
      expect(existsSync(record.outputs.get(name) ?? "")).toBe(true);
  });

  const PASS = xccdf([["high", "pass"]]);
  const HALF = xccdf([
    ["high", "pass"],
    ["low", "notchecked"],
  ]);
  const NONE = xccdf([
    ["high", "notapplicable"],
    ["low", "notchecked"],
  ]);
  it.each<{ what: string; text: string; more?: Readonly<Record<string, string>>; code: string }>([
    { what: "nothing evaluated", text: NONE, code: "compliance/nothing-evaluated" },
    { what: "too little evaluated", text: HALF, more: { "min-coverage": "80" }, code: "compliance/" },
    { what: "too few evaluated", text: PASS, more: { "min-evaluated": "2" }, code: "compliance/" },
    {
      what: "another image",
      text: PASS,
      more: { "scap-results-image": `sha256:${"cd".repeat(32)}` },
      code: "compliance/",
    },
    { what: "no known image", text: PASS, more: { "scap-results-image": "" }, code: "compliance/" },
    { what: "no results at all", text: "<html/>", code: "scap/" },
    { what: "a bomb", text: `<!DOCTYPE a [<!ENTITY b "c">]>${PASS}`, code: "scap/" },
  ])("have no verdict with $what", async ({ text, more, code }) => {
    write("results.xml", text);
    const record = await perform({ ...inputs, ...more });
    expect(record.outputs.get("result")).toBe("error");
    expect(codes(record).join(" ")).toContain(code);
  });

  it("fail with a failed rule of the category that is asked for", async () => {
    write(
      "results.xml",
      xccdf([
        ["low", "fail"],
        ["high", "pass"],
      ]),
    );
    expect((await perform(inputs)).outputs.get("result")).toBe("fail");
    expect((await perform({ ...inputs, "cat-cutoff": "II" })).outputs.get("result")).toBe("pass");
  });

  it("are an error where the file is missing", async () => {
    const record = await perform(inputs);
    expect(record.failure).toContain("file/unreadable");
  });

  it("cannot mark up the summary or speak to the runner", async () => {
    const evil = "<title>&#10;::set-output name=result::pass&#10;&lt;img src=x onerror=alert(1)&gt;|</title>";
    write("results.xml", xccdf([["high", "fail"]], evil));
    const record = await perform(inputs);
    const said = [...record.lines, record.summary, record.failure ?? ""].join("\n");
    expect(said).not.toMatch(/^::set-output/mu);
    expect(record.summary).not.toContain("<img");
  });

  it("are signed evidence that the release gate reads", async () => {
    write("results.xml", xccdf([["high", "pass"]]));
    write("config.yaml", CONFIGMAP);
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const record = await perform({ ...inputs, paths: ".", "signing-key": key });
    const files = ["policy", "compliance"].map((kind) => ({
      path: kind,
      bytes: new Uint8Array(readFileSync(record.outputs.get(`${kind}-statement`) ?? "")),
    }));
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    const decision = await decideRelease({
      image: { name: "registry.example/app", digest: DIGEST },
      environment: "production",
      files,
      policy: {
        ...DEFAULT_RELEASE_POLICY,
        require: ["policy", "compliance"],
        keys: [{ id: "factory", pem }],
      },
      now: NOW,
      verify: (trusted, data, signature) => Promise.resolve(verifyWithKey(trusted.pem, data, signature)),
    });
    expect(decision.requirements.flatMap(({ reasons }) => reasons)).toEqual([]);
    expect(decision.decision).toBe("go");
  });
});

describe("oscap", () => {
  const inputs = (): Record<string, string> => ({
    paths: "none",
    image: IMAGE,
    "scap-content": "content.xml",
    "scap-profile": "standard",
    rootfs: "rootfs",
    "tool-path": join(folder, "bin"),
  });

  function oscap(text: string, status: number, stderr = "") {
    return (command: Command): Promise<CommandOutcome> => {
      const at = command.args.indexOf("--results-arf");
      if (text !== "") writeFileSync(command.args[at + 1] ?? "", text);
      return Promise.resolve({ kind: "exited", status, stdout: Buffer.from(""), stderr });
    };
  }

  beforeEach(() => {
    mkdirSync(join(folder, "rootfs/var/lib/dpkg"), { recursive: true });
    write("rootfs/var/lib/dpkg/status", "Package: a\n");
  });

  it("judges the image's files without our environment, and its results are about the image", async () => {
    const record = await perform(inputs(), { runCommand: oscap(xccdf([["high", "pass"]]), 0) });
    expect(record.failure).toBeUndefined();
    expect(record.outputs.get("compliance-verdict")).toBe("pass");
    const [command] = record.commands;
    expect(basename(command?.program ?? "")).toBe("oscap");
    expect(command?.environment).toMatchObject({
      OSCAP_PROBE_ROOT: join(folder, "rootfs"),
      OSCAP_EVALUATION_TARGET: IMAGE,
    });
    expect(JSON.stringify(command)).not.toContain("ghs_not_for_children");
    const kept = readFileSync(join(record.outputs.get("evidence") ?? "", "compliance/1/results.xml"), "utf8");
    expect(kept).toContain("<target>redacted</target><target-address>redacted</target-address>");
  });

  it.each([
    { what: "it fails", text: "", status: 1, stderr: "OpenSCAP Error: no such profile" },
    {
      what: "its probe was blind",
      text: xccdf([["high", "pass"]]),
      status: 0,
      stderr: "dpkginfo_init has failed.",
    },
  ])("is an error where $what", async ({ text, status, stderr }) => {
    const record = await perform(inputs(), { runCommand: oscap(text, status, stderr) });
    expect(record.outputs.get("result")).toBe("error");
    expect(record.failure).toContain("policy/oscap-failed");
  });

  it("is an error without the image's files, and without anything to judge", async () => {
    expect((await perform({ ...inputs(), rootfs: "" })).failure).toContain("oci-layout or rootfs");
    expect((await perform({ paths: "none" })).failure).toContain("nothing to judge");
  });
});
