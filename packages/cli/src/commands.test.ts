import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { builtInRules } from "@plimsoll/core";
import { requirements } from "@plimsoll/model";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "./arguments/commands.ts";
import { workbench } from "./testing/command-line.ts";

const BAD_POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: main
      image: web
      securityContext:
        privileged: true # for now
`;
const FIXED_POD = BAD_POD.replace("privileged: true", "privileged: false");
const PRIVILEGED = "kubernetes/containers-not-privileged";
const ONE_RULE = "profile: pss-baseline\n";

describe("plimsoll", () => {
  it("prints its commands without any, and each command's help", async () => {
    using bench = workbench();
    const program = await bench.plimsoll();
    expect(program.code).toBe(0);
    for (const { name, summary } of COMMANDS) {
      expect(program.stdout).toContain(name);
      const help = await bench.plimsoll(name, "--nonsense", "--help");
      expect([help.code, help.stdout]).toEqual([0, expect.stringContaining(summary)]);
      expect(help.stdout).toContain(`Usage: plimsoll ${name}`);
      expect(help.stdout).toContain("Examples:");
      expect(await bench.plimsoll("help", name)).toEqual(help);
      for (const line of help.stdout.split("\n").filter((each) => !each.includes("plimsoll ")))
        expect(line.length).toBeLessThanOrEqual(101);
    }
  });

  it("suggests a command that was misspelt", async () => {
    using bench = workbench();
    const outcome = await bench.plimsoll("chekc");
    expect(outcome).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'plimsoll: plimsoll has no command "chekc".\n  Did you mean plimsoll check?\n  (cli/unknown-command)\n',
    });
  });

  it("prints an error of its own with a code, and no wall of frames", async () => {
    using bench = workbench({ "a.yaml": BAD_POD });
    const print = (): Promise<void> => Promise.reject(new TypeError("made to fail\u001b[2J"));
    const outcome = await bench.plimsollWith({ print }, "check");
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(
      /^plimsoll: it stopped on an error of its own: TypeError: made to fail\?\[2J\n {2}at .*\n {2}Please report .*\n {2}\(internal\/crash\)\n$/u,
    );
  });
});

describe("plimsoll fix", () => {
  it("shows a diff that git can apply, and changes nothing", async () => {
    using bench = workbench({ "deploy/a.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const outcome = await bench.plimsoll("fix", "--dry-run");
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toBe(
      [
        "--- a/deploy/a.yaml",
        "+++ b/deploy/a.yaml",
        "@@ -7,4 +7,4 @@",
        "     - name: main",
        "       image: web",
        "       securityContext:",
        "-        privileged: true # for now",
        "+        privileged: false # for now",
        "",
      ].join("\n"),
    );
    expect(bench.read("deploy/a.yaml")).toBe(BAD_POD);
    execFileSync("git", ["apply", "--unsafe-paths", "-"], { cwd: bench.root, input: outcome.stdout });
    expect(bench.read("deploy/a.yaml")).toBe(FIXED_POD);
    expect((await bench.plimsoll("fix", "--dry-run")).code).toBe(0);
  });

  it("writes safe fixes, keeps mode and line ends, and leaves nothing behind", async () => {
    using bench = workbench({ "a.yaml": BAD_POD.replaceAll("\n", "\r\n"), "plimsoll.yaml": ONE_RULE });
    execFileSync("chmod", ["640", join(bench.root, "a.yaml")]);
    const outcome = await bench.plimsoll("fix");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    expect(outcome.stdout).toContain("Made 1 fix in 1 file.");
    expect(bench.read("a.yaml")).toBe(FIXED_POD.replaceAll("\n", "\r\n"));
    expect(statSync(join(bench.root, "a.yaml")).mode & 0o777).toBe(0o640);
    expect(readdirSync(bench.root).sort()).toEqual(["a.yaml", "plimsoll.yaml"]);
    expect((await bench.plimsoll("fix")).stdout).toContain("Nothing to fix.");
  });

  it("makes fixes to review only when asked, round by round until nothing is left to make", async () => {
    using bench = workbench({ Dockerfile: "FROM registry1.dso.mil/ironbank/x/y:1\nADD a /a\nUSER root\n" });
    await bench.plimsoll("fix");
    expect(bench.read("Dockerfile")).toContain("COPY a /a");
    expect(bench.read("Dockerfile")).toContain("USER root");
    const outcome = await bench.plimsoll("fix", "--review", "--rule", "dockerfile/user-not-root");
    expect(outcome.stdout).toContain("(dockerfile/user-not-root)");
    expect(bench.read("Dockerfile")).not.toContain("USER root");
  });

  it("makes only the fixes of the rules that are named", async () => {
    using bench = workbench({
      Dockerfile: "FROM registry1.dso.mil/ironbank/x/y:1\nADD a /a\nUSER 1001\n",
      "a.yaml": BAD_POD,
    });
    await bench.plimsoll("fix", "--rule", "dockerfile/copy-instead-of-add");
    expect([bench.read("Dockerfile").includes("COPY"), bench.read("a.yaml")]).toEqual([true, BAD_POD]);
    const outcome = await bench.plimsoll("fix", "--rule", "dockerfile/copy-instead-of-ad");
    expect([outcome.code, outcome.stderr]).toEqual([
      2,
      expect.stringContaining("Did you mean dockerfile/copy-instead-of-add?"),
    ]);
  });

  it("leaves excused findings and files behind links out of the root alone", async () => {
    using outside = workbench({ "a.yaml": BAD_POD });
    const ignored = BAD_POD.replace(
      "# for now",
      `# plimsoll-ignore ${PRIVILEGED} -- the vendor's agent needs it`,
    );
    using bench = workbench({ "a.yaml": ignored, "plimsoll.yaml": ONE_RULE });
    symlinkSync(join(outside.root, "a.yaml"), join(bench.root, "link.yaml"));
    expect((await bench.plimsoll("fix", ".", "link.yaml")).stdout).toContain("Nothing to fix.");
    expect([bench.read("a.yaml"), outside.read("a.yaml")]).toEqual([ignored, BAD_POD]);
  });

  it("writes through a link inside the root and keeps the link", async () => {
    using bench = workbench({ "real.txt": BAD_POD, "plimsoll.yaml": ONE_RULE });
    symlinkSync("real.txt", join(bench.root, "a.yaml"));
    await bench.plimsoll("fix");
    expect(bench.read("real.txt")).toBe(FIXED_POD);
    expect(lstatSync(join(bench.root, "a.yaml")).isSymbolicLink()).toBe(true);
  });
});

describe("plimsoll explain", () => {
  it("explains every rule with what it asks, why, how and its references", async () => {
    using bench = workbench();
    for (const [id, rule] of ruleSet.rules) {
      const { code, stdout } = await bench.plimsoll("explain", id);
      expect([id, code]).toEqual([id, 0]);
      for (const part of [rule.title, "Why it matters", "How to satisfy it", "When to waive", "Examples"])
        expect(stdout, id).toContain(part);
      for (const requirement of ruleSet.references[id]?.requirements ?? [])
        expect(stdout, id).toContain(requirement);
    }
  });

  it("explains every requirement and every rule of the machinery", async () => {
    using bench = workbench();
    for (const { id, title } of [...requirements, ...builtInRules.values()]) {
      const outcome = await bench.plimsoll("explain", id);
      expect([id, outcome.code, outcome.stdout]).toEqual([id, 0, expect.stringContaining(title)]);
    }
  });

  it.each([
    ["containers-not-privileged", PRIVILEGED],
    ["DL3002", "dockerfile/user-not-root"],
    ["hadolint:dl3002", "dockerfile/user-not-root"],
    ["t4-hardening", "T4-HARDENING"],
  ])("understands %s", async (asked, expected) => {
    using bench = workbench();
    const outcome = await bench.plimsoll("explain", asked);
    expect([outcome.code, outcome.stdout]).toEqual([0, expect.stringContaining(expected)]);
  });

  it("suggests what was misspelt", async () => {
    using bench = workbench();
    const outcome = await bench.plimsoll("explain", "kubernetes/containers-not-priviledged");
    expect([outcome.code, outcome.stderr]).toEqual([
      2,
      expect.stringContaining(`Did you mean ${PRIVILEGED}?`),
    ]);
  });
});

describe("plimsoll rules and requirements", () => {
  it("lists every rule with its severity here", async () => {
    using bench = workbench({
      "plimsoll.yaml": `rules:\n  ${PRIVILEGED}: info\n  kubernetes/cpu-limit-set: off\n`,
    });
    const { rules } = JSON.parse((await bench.plimsoll("rules", "--format", "json")).stdout);
    const on = rules.filter(({ severity }: { readonly severity: string }) => severity !== "off").length;
    const table = await bench.plimsoll("rules");
    expect(table.stdout).toContain(
      `${on} of ${ruleSet.rules.size} rules are on under profile reference-design.`,
    );
    expect(rules).toContainEqual(
      expect.objectContaining({ id: "kubernetes/cpu-limit-set", severity: "off" }),
    );
    expect(rules).toHaveLength(ruleSet.rules.size);
    expect(rules).toContainEqual(
      expect.objectContaining({
        id: PRIVILEGED,
        severity: "info",
        aliases: ruleSet.rules.get(PRIVILEGED)?.aliases,
      }),
    );
  });

  it("shows each of the 138 requirements with the rules that are on, or why there is none", async () => {
    using bench = workbench();
    const outcome = await bench.plimsoll("requirements", "--format", "json");
    const { requirements: rows } = JSON.parse(outcome.stdout);
    expect(rows).toHaveLength(138);
    for (const row of rows)
      expect(row.rules.length > 0 ? row.state === "checked" : row.reason, row.id).toBeTruthy();
    const markdown = await bench.plimsoll("requirements", "--format", "markdown");
    expect(markdown.stdout.split("\n").filter((line) => line.startsWith("| "))).toHaveLength(140);
    expect((await bench.plimsoll("requirements", "--profile", "pss-baseline")).stdout).toContain("rules off");
  });

  it("refuses a format that it does not have", async () => {
    using bench = workbench();
    for (const command of ["rules", "requirements"])
      expect((await bench.plimsoll(command, "--format", "sarif")).code).toBe(2);
  });
});

describe("plimsoll init", () => {
  it("writes a configuration that loads, from what it finds, and never over an existing one", async () => {
    using bench = workbench({
      Dockerfile:
        "ARG TAG=1\nFROM alpine:$TAG AS build\nFROM registry1.dso.mil/ironbank/a/b:1\nCOPY --from=build /a /a\n",
      "k8s/a.yaml": BAD_POD,
      "k8s/flux.yaml":
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: x }\n",
      "k8s/kustomization.yaml": "resources: [a.yaml]\n",
      "vendor/x/Chart.yaml": "name: x\n",
    });
    const outcome = await bench.plimsoll("init");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    const text = bench.read("plimsoll.yaml");
    expect(text).toContain(
      "# Found when this file was made: 1 Dockerfiles, 2 Kubernetes objects, Flux, Helm, Kustomize.",
    );
    expect(text).toContain("    # - docker.io/library/**  # 2 uses");
    expect(text).toContain('    - "vendor/**"');
    expect((await bench.plimsoll("rules")).code).toBe(0);
    const again = await bench.plimsoll("init");
    expect([again.code, again.stderr, bench.read("plimsoll.yaml")]).toEqual([
      2,
      expect.stringContaining("(init/exists)"),
      text,
    ]);
  });

  it("asks no more than a folder", async () => {
    using bench = workbench({ "empty/notes.txt": "" });
    expect((await bench.plimsoll("init", "empty")).code).toBe(0);
    expect(bench.read("empty/plimsoll.yaml")).toContain("profile: reference-design");
    expect((await bench.plimsoll("init", "absent")).stderr).toContain("(path/not-found)");
  });
});

const DETAILS = [
  "--reason",
  "the vendor's agent",
  "--category",
  "vendor-dependency",
  "--approver",
  "J. Doe",
  "--expires",
  "2027-03-31",
];

describe("plimsoll waive", () => {
  it("adds a record that holds, by rule and path", async () => {
    using bench = workbench({ "deploy/a.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const outcome = await bench.plimsoll(
      "waive",
      PRIVILEGED,
      "--path",
      "deploy/**",
      "--kind",
      "Pod",
      "--ticket",
      "OPS-1",
      ...DETAILS,
    );
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    expect(outcome.stdout).toMatch(
      /^Added waiver 2026-11-24-[0-9a-f]{8} to plimsoll-waivers\.yaml\. It holds until 2027-03-31\.\n$/u,
    );
    expect((await bench.plimsoll("check")).code).toBe(0);
  });

  it("adds a record by the fingerprint of a finding, or its beginning", async () => {
    using bench = workbench({ "a.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const { findings } = JSON.parse((await bench.plimsoll("check", "--format", "json")).stdout);
    const fingerprint: string = findings[0].fingerprint;
    expect((await bench.plimsoll("waive", fingerprint.slice(0, 10), ...DETAILS)).code).toBe(0);
    expect(bench.read("plimsoll-waivers.yaml")).toContain(fingerprint);
    expect((await bench.plimsoll("check")).code).toBe(0);
  });

  it("stores paths from the folder of the waiver file", async () => {
    using bench = workbench({ ".git/HEAD": "", "team/plimsoll.yaml": ONE_RULE, "team/app/a.yaml": BAD_POD });
    const cwd = join(bench.root, "team/app");
    expect(
      (await bench.plimsollWith({ cwd }, "waive", PRIVILEGED, "--path", "*.yaml", ...DETAILS)).code,
    ).toBe(0);
    expect(bench.read("team/plimsoll-waivers.yaml")).toContain('"app/*.yaml"');
    expect((await bench.plimsollWith({ cwd }, "check")).code).toBe(0);
    const outside = await bench.plimsollWith(
      { cwd },
      "waive",
      PRIVILEGED,
      "--path",
      "../../other/**",
      ...DETAILS,
    );
    expect(outside.stderr).toContain("(waivers/outside-folder)");
  });

  it("says where the record must be named to count", async () => {
    using bench = workbench({ "plimsoll.yaml": ONE_RULE });
    const outcome = await bench.plimsoll(
      "waive",
      PRIVILEGED,
      "--path",
      "a/**",
      "--file",
      "other.yaml",
      ...DETAILS,
    );
    expect(outcome.stdout).toContain("does not read that file");
  });

  it.each([
    [[PRIVILEGED, "--path", "a/**"], "cli/missing-option"],
    [[PRIVILEGED, ...DETAILS], "waivers/too-broad"],
    [["kubernetes/nonsense", "--path", "a/**", ...DETAILS], "waivers/unknown-rule"],
    [["0123456789abcdef", ...DETAILS], "waivers/no-such-finding"],
    [[PRIVILEGED, "--path", "a/**", ...DETAILS.slice(0, -1), "2030-01-01"], "waivers/too-long"],
    [[PRIVILEGED, "--path", "a/**", ...DETAILS.slice(0, -1), "soon"], "waivers/bad-date"],
  ])("refuses %j", async (words, code) => {
    using bench = workbench();
    const outcome = await bench.plimsoll("waive", ...words);
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
    expect(readdirSync(bench.root)).toEqual([]);
  });
});

describe("plimsoll schema", () => {
  it.each(["configuration", "waivers", "custom-rules", "report"])("prints the schema of %s", async (name) => {
    using bench = workbench();
    const outcome = await bench.plimsoll("schema", name);
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
    });
  });

  it("suggests one that was misspelt", async () => {
    using bench = workbench();
    expect((await bench.plimsoll("schema", "waiver")).stderr).toContain("Did you mean waivers?");
  });
});
