import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workbench, type Workbench } from "./testing/command-line.ts";

type Files = Readonly<Record<string, string>>;

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly file: string;
    readonly fingerprint: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
  readonly waived: readonly object[];
  readonly notChecked: readonly { readonly code: string }[];
}

/** `file:line rule` to severity, for findings of the files that are judged. */
async function verdicts(bench: Workbench, ...words: string[]): Promise<ReadonlyMap<string, string>> {
  const outcome = await bench.plimsoll("check", "--format", "json", "--fail-on", "never", ...words);
  expect(outcome.stderr).toBe("");
  const { findings }: Report = JSON.parse(outcome.stdout);
  return new Map(
    findings.map(({ file, range, ruleId, severity }) => [`${file}:${range.start.line} ${ruleId}`, severity]),
  );
}

/** What a migration changes: `- place rule` for what goes, `~ place rule: severity` for another severity, `+` for what comes. */
async function difference(files: Files, ...words: string[]): Promise<readonly string[]> {
  using bench = workbench(files);
  const before = await verdicts(bench, "--config", "none");
  const outcome = await bench.plimsoll("migrate", ...APPROVAL, ...words);
  expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
  const after = await verdicts(bench);
  const lines: string[] = [];
  for (const [key, severity] of before) {
    const now = after.get(key);
    if (now === undefined) lines.push(`- ${key}`);
    else if (now !== severity) lines.push(`~ ${key}: ${now}`);
  }
  for (const key of after.keys()) if (!before.has(key)) lines.push(`+ ${key}`);
  return lines.sort();
}

/** The rows of the table: outcome, then setting and what it became. */
async function rows(files: Files, ...words: string[]): Promise<readonly string[]> {
  using bench = workbench(files);
  const { stdout } = await bench.plimsoll("migrate", "--dry-run", ...APPROVAL, ...words);
  return stdout
    .slice(0, stdout.indexOf("\n\n"))
    .split("\n")
    .slice(1)
    .map((line) => line.split(/ {2,}/).slice(2).join(" | "));
}

const APPROVAL = ["--approver", "J. Doe (ISSM)", "--expires", "2027-03-31"];

const DOCKERFILE = `FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir flask
USER root
`;

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: ops
spec:
  containers:
    - name: main
      image: registry1.dso.mil/ironbank/a:1
      securityContext:
        privileged: true
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: main
      image: registry1.dso.mil/ironbank/b:1
      securityContext:
        privileged: true
`;

const PRIVILEGED = "kubernetes/containers-not-privileged";
const MEMORY = "kubernetes/memory-limit-set";

describe("settings of hadolint", () => {
  it.each<[string, Files, readonly string[]]>([
    [
      "one package manager's check goes, the others of the same rule stay",
      { ".hadolint.yaml": "ignored:\n  - DL3008\n" },
      ["- Dockerfile:2 dockerfile/packages-pinned"],
    ],
    [
      "an id in lower case counts",
      { ".hadolint.yml": "ignored: [dl3013]\n" },
      ["- Dockerfile:3 dockerfile/packages-pinned"],
    ],
    [
      "all checks of a rule switch the rule off",
      { ".hadolint.yaml": "ignored: [DL3006, DL3007, DL3002]\n" },
      ["- Dockerfile:1 dockerfile/base-image-tag-stated", "- Dockerfile:4 dockerfile/user-not-root"],
    ],
    [
      "what the parser reports",
      {
        Dockerfile: "FROM registry1.dso.mil/ironbank/a:1\nONBUILD ONBUILD RUN x\nONBUILD FROM b\nRUN [\n",
        ".hadolint.yaml": "ignored: [DL3043]\n",
      },
      ["- Dockerfile:2 syntax/dockerfile-parses", "- Dockerfile:3 syntax/dockerfile-parses"],
    ],
    [
      "severities of single checks",
      { ".hadolint.yaml": "override:\n  error: [DL3008]\n  style: [DL3002]\n" },
      ["~ Dockerfile:2 dockerfile/packages-pinned: error", "~ Dockerfile:4 dockerfile/user-not-root: info"],
    ],
    [
      "what is ignored stays ignored whatever its severity",
      { ".hadolint.yaml": "ignored: [DL3002]\noverride:\n  error: [DL3002]\n" },
      ["- Dockerfile:4 dockerfile/user-not-root"],
    ],
    [
      "registries are the ones that are allowed",
      { ".hadolint.yaml": "trustedRegistries: [docker.io, '*.example.com']\n" },
      ["+ Dockerfile:1 dockerfile/base-image-from-approved-source"],
    ],
    [
      "nothing that it says changes anything",
      { ".hadolint.yaml": "failure-threshold: error\nformat: json\n" },
      [],
    ],
  ])("%s", async (_name, files, expected) => {
    expect(await difference({ Dockerfile: DOCKERFILE, ...files })).toEqual(expected);
  });

  it("asks for the labels of the schema beside our own, in the form that it gives", async () => {
    using bench = workbench({
      Dockerfile: `FROM scratch\nLABEL team.mail="nobody"\n`,
      ".hadolint.yaml": "strict-labels: true\nlabel-schema:\n  team.mail: email\n  team.name: text\n",
    });
    await bench.plimsoll("migrate");
    const configuration = bench.read("plimsoll.yaml");
    expect(configuration).toContain('"team.mail","team.name"]');
    expect(configuration).toContain('"team.mail":"email"');
    expect(configuration).toContain('allowed: ["team.mail","team.name","org.opencontainers.image.*"]');
    expect([...(await verdicts(bench)).keys()]).toContain("Dockerfile:2 dockerfile/label-values-valid");
  });

  it("tells of each setting what became of it", async () => {
    const settings =
      "ignored:\n  - DL3008\n  - DL9999\nfailure-threshold: style\nno-fail: true\nverbose: true\n";
    expect(await rows({ Dockerfile: DOCKERFILE, ".hadolint.yaml": settings })).toEqual([
      "ignored: DL3008 | carried | checks hadolint:DL3008: off",
      "ignored: DL9999 | no counterpart | No check DL9999 of hadolint is known.",
      "failure-threshold: style | no counterpart | Say it on the command line: plimsoll check --fail-on info.",
      "no-fail: true | no counterpart | Say it on the command line: plimsoll check --fail-on never.",
      "verbose: true | no counterpart | Plimsoll has no such switch.",
    ]);
  });
});

describe("settings of Trivy", () => {
  const both = { Dockerfile: DOCKERFILE, "deploy/pods.yaml": POD };

  it.each<[string, Files, readonly string[]]>([
    [
      "an id in any of its spellings",
      { ".trivyignore": "# vendor\nAVD-KSV-0017\nDS002 # ours\nCVE-2024-1\n" },
      [
        "- Dockerfile:4 dockerfile/user-not-root",
        `- deploy/pods.yaml:11 ${PRIVILEGED}`,
        `- deploy/pods.yaml:23 ${PRIVILEGED}`,
      ],
    ],
    [
      "an end that lies ahead",
      { ".trivyignore": "KSV-0017 exp:2027-01-01\n" },
      [`- deploy/pods.yaml:11 ${PRIVILEGED}`, `- deploy/pods.yaml:23 ${PRIVILEGED}`],
    ],
    ["an end that has come", { ".trivyignore": "KSV-0017 exp:2026-11-24\n" }, []],
    [
      "paths, a reason and an end",
      {
        ".trivyignore.yaml":
          "misconfigurations:\n  - id: AVD-KSV-0017\n    paths: ['deploy/**']\n    statement: Agents need it\n    expired_at: 2027-02-01\n  - id: KSV-0018\n    paths: [other.yaml]\nvulnerabilities:\n  - id: CVE-2024-1\n",
      },
      [`- deploy/pods.yaml:11 ${PRIVILEGED}`, `- deploy/pods.yaml:23 ${PRIVILEGED}`],
    ],
    [
      "files and folders that are skipped, and the ignore file that is named",
      {
        "trivy.yaml": "ignorefile: ci/.trivyignore\nscan:\n  skip-dirs: [./deploy/]\n",
        "ci/.trivyignore": "DS-0002\n",
      },
      [
        "- Dockerfile:4 dockerfile/user-not-root",
        ...["deploy/pods.yaml:11 ", "deploy/pods.yaml:23 "].map((place) => `- ${place}${PRIVILEGED}`),
      ],
    ],
  ])("%s", async (_name, files, expected) => {
    const found = await difference({ ...both, ...files });
    const isAbout = (line: string): boolean => line.includes(PRIVILEGED) || line.includes("Dockerfile");
    // Of a skipped folder everything goes; the rest must be exactly this.
    expect(files["trivy.yaml"] === undefined ? found : found.filter(isAbout)).toEqual(expected);
  });

  it("keeps what a source says: reason, end, place", async () => {
    using bench = workbench({
      "deploy/pods.yaml": POD,
      ".trivyignore.yaml":
        "misconfigurations:\n  - id: AVD-KSV-0017\n    paths: ['deploy/*.yaml']\n    statement: Agents need it\n    expired_at: 2027-02-01\n",
    });
    const outcome = await bench.plimsoll("migrate", "--approver", "J. Doe (ISSM)");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    const records = bench.read("plimsoll-waivers.yaml");
    expect(records.match(/statement: Agents need it/g)).toHaveLength(2);
    expect(records.match(/expires: "2027-01-31"/g)).toHaveLength(2);
    expect(records).toContain("kind: Pod\n        name: agent\n        namespace: ops\n");
  });

  it("a list of vulnerabilities alone does not make Trivy's checks count", async () => {
    const files = { Dockerfile: DOCKERFILE, ".hadolint.yaml": "ignored: [DL3002]\n" };
    const gone = ["- Dockerfile:4 dockerfile/user-not-root"];
    expect(await difference({ ...files, ".trivyignore": "CVE-2024-1\n" })).toEqual(gone);
    expect(await difference({ ...files, ".checkov.yaml": "compact: true\n" })).toEqual([]);
    expect(await difference({ ...files, ".checkov.yaml": "skip-check: [CKV_DOCKER_8]\n" })).toEqual(gone);
  });
});

describe("settings of other tools on Kubernetes", () => {
  const gone = (rule: string): readonly string[] => [
    `- deploy/pods.yaml:11 ${rule}`,
    `- deploy/pods.yaml:23 ${rule}`,
  ];

  it.each<[string, Files, readonly string[]]>([
    [
      "Checkov: a check that is skipped",
      { ".checkov.yaml": "skip-check:\n  - CKV_K8S_16\n" },
      gone(PRIVILEGED),
    ],
    [
      "Checkov: ids with commas between",
      { ".checkov.yml": "skip-check: ckv_k8s_16,CKV_AWS_1\n" },
      gone(PRIVILEGED),
    ],
    [
      "Checkov: a check that does not fail the run",
      { ".checkov.yaml": "soft-fail-on: [CKV_K8S_16]\n" },
      gone(PRIVILEGED).map((line) => `~${line.slice(1)}: info`),
    ],
    [
      "kube-linter: a check that is left out",
      { ".kube-linter.yaml": "checks:\n  exclude: [privileged-container]\n" },
      gone(PRIVILEGED),
    ],
    [
      "kube-linter: left out although it is included",
      {
        ".kube-linter.yaml":
          "checks:\n  addAllBuiltIn: true\n  include: [privileged-container]\n  exclude: [privileged-container, required-label-owner, required-annotation-email]\n",
      },
      gone(PRIVILEGED),
    ],
    [
      "kube-linter: labels that objects must have",
      {
        ".kube-linter.yaml":
          "checks:\n  include: [required-label-owner]\ncustomChecks:\n  - {name: a, template: required-annotation, params: {key: app}}\n",
      },
      [
        "+ deploy/pods.yaml:15 kubernetes/required-metadata-set",
        "+ deploy/pods.yaml:3 kubernetes/required-metadata-set",
      ],
    ],
    [
      "Polaris: severities, where every check that is listed stays",
      { "polaris.yaml": "checks:\n  runAsPrivileged: ignore\n  memoryLimitsMissing: danger\n" },
      [
        ...gone(PRIVILEGED),
        `~ deploy/pods.yaml:20 ${MEMORY}: error`,
        `~ deploy/pods.yaml:8 ${MEMORY}: error`,
      ],
    ],
    [
      "Polaris: an exemption by namespace and the start of a name",
      {
        "config.yaml":
          "checks:\n  runAsPrivileged: danger\nexemptions:\n  - namespace: ops\n    controllerNames: [ag]\n    rules: [runAsPrivileged]\n  - namespace: shop\n    controllerNames: [ag]\n",
      },
      [`- deploy/pods.yaml:11 ${PRIVILEGED}`],
    ],
    [
      "Polaris: an exemption of one container",
      {
        "polaris.yaml":
          "checks:\n  runAsPrivileged: danger\nexemptions:\n  - namespace: ops\n    containerNames: [other]\n  - namespace: shop\n    containerNames: [ma]\n    rules: [runAsPrivileged]\n",
      },
      [`- deploy/pods.yaml:23 ${PRIVILEGED}`],
    ],
    [
      "Kubescape: a control by id for an object by a regular expression",
      {
        "exceptions.json": JSON.stringify([
          {
            name: "agents",
            policyType: "postureExceptionPolicy",
            resources: [
              { designatorType: "Attributes", attributes: { kind: "Pod", namespace: "op.*", name: ".*" } },
            ],
            posturePolicies: [{ controlID: "C-0057" }],
          },
        ]),
      },
      [`- deploy/pods.yaml:11 ${PRIVILEGED}`],
    ],
    [
      "Kubescape: a control by its name; a part of a name is not the name",
      {
        "kubescape-exceptions.json": JSON.stringify([
          {
            name: "x",
            policyType: "postureExceptionPolicy",
            resources: ["we", "web"].map((name) => ({ designatorType: "Attributes", attributes: { name } })),
            posturePolicies: [{ controlName: "Privileged container" }],
          },
        ]),
      },
      [`- deploy/pods.yaml:23 ${PRIVILEGED}`],
    ],
  ])("%s", async (_name, files, expected) => {
    const found = await difference({ "deploy/pods.yaml": POD, ...files });
    // Polaris runs nothing but what is listed, so more goes with it.
    const isPolaris = Object.keys(files).some((name) => name === "polaris.yaml" || name === "config.yaml");
    const isAbout = (line: string): boolean => line.includes(PRIVILEGED) || line.includes(MEMORY);
    const same = isPolaris && files["config.yaml"] === undefined ? found.filter(isAbout) : found;
    const shown = isPolaris
      ? same.filter((line) => line.includes(PRIVILEGED) || !line.startsWith("-"))
      : same;
    expect(shown).toEqual([...expected].sort());
  });

  it("with a list of the only checks, every other check of the tool is off", async () => {
    const only = {
      ".kube-linter.yaml": "checks:\n  doNotAutoAddDefaults: true\n  include: [privileged-container]\n",
    };
    const found = await difference({ "deploy/pods.yaml": POD, ...only });
    expect(found).toContain(`- deploy/pods.yaml:8 ${MEMORY}`);
    expect(found.filter((line) => line.includes(PRIVILEGED) || !line.startsWith("-"))).toEqual([]);
    const checkov = { ".checkov.yaml": "check: CKV_K8S_1*\n" };
    const left = await difference({ "deploy/pods.yaml": POD, ...checkov });
    expect(left.filter((line) => line.includes(PRIVILEGED) || line.includes(MEMORY))).toEqual([]);
    expect(left).toContain("- deploy/pods.yaml:10 kubernetes/root-filesystem-read-only");
  });

  it("tells what an exception cannot say here", async () => {
    const exceptions = JSON.stringify([
      {
        name: "x",
        policyType: "postureExceptionPolicy",
        resources: [
          { designatorType: "Attributes", attributes: { kind: "Pod", team: "a" } },
          { designatorType: "Attributes", attributes: { kind: "Pod", name: "((" } },
          { designatorType: "Attributes", attributes: { kind: "Deployment" } },
        ],
        posturePolicies: [{ controlID: "C-0057" }],
      },
      { policyType: "postureExceptionPolicy", resources: [{}], posturePolicies: [{ frameworkName: "NSA" }] },
    ]);
    const found = await rows({ "deploy/pods.yaml": POD, "exceptions.json": exceptions });
    expect(found.map((row) => row.split(" | ").slice(1).join(": "))).toEqual([
      "no counterpart: A waiver cannot choose objects by labels; name them.",
      'no counterpart: It cannot be read: "((" is no regular expression that can be read.',
      "not needed: nothing here breaks a rule that it is about",
      "no counterpart: It names a framework or a rule and no control; write waivers for single rules of ours.",
    ]);
  });
});

const PRAGMAS: Files = {
  Dockerfile: `# check=skip=StageNameCasing
# hadolint ignore=DL3006 # pinned by the pipeline
FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9
# checkov:skip=CKV_DOCKER_8:agent
# trivy:ignore:DS-0001
RUN true
USER root
`,
  "deploy/pods.yaml": POD.replace(
    "  name: web\n",
    "  name: web\n  annotations:\n    kube-linter.io/ignore-all: vendored\n",
  ),
};

describe("pragmas", () => {
  it("become waivers that excuse the same findings and no others", async () => {
    const found = await difference(PRAGMAS);
    expect(found.filter((line) => line.includes("Dockerfile"))).toEqual([
      "- Dockerfile:3 dockerfile/base-image-tag-stated",
      "- Dockerfile:7 dockerfile/user-not-root",
    ]);
    expect(found.filter((line) => line.includes(PRIVILEGED))).toEqual([
      `- deploy/pods.yaml:25 ${PRIVILEGED}`,
    ]);
    expect(found.filter((line) => !line.startsWith("- "))).toEqual([]);
  });

  it("may stay and be heard in place, which nobody has to approve", async () => {
    using bench = workbench(PRAGMAS);
    const outcome = await bench.plimsoll("migrate", "--keep-pragmas");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    expect(existsSync(join(bench.root, "plimsoll-waivers.yaml"))).toBe(false);
    expect(bench.read("plimsoll.yaml")).toContain(
      "compatibility: [hadolint, buildkit, trivy, checkov, kube-linter]",
    );
    const after = [...(await verdicts(bench)).keys()];
    expect(after).not.toContain("Dockerfile:3 dockerfile/base-image-tag-stated");
    expect(after).not.toContain(`deploy/pods.yaml:25 ${PRIVILEGED}`);
    expect(after).toContain(`deploy/pods.yaml:11 ${PRIVILEGED}`);
  });

  it("are told one by one", async () => {
    expect((await rows(PRAGMAS)).filter((row) => !row.includes("kube-linter"))).toEqual([
      "# check=skip=StageNameCasing | not needed | it excuses no finding of ours; nothing was written",
      "hadolint ignore=DL3006 # pinned by the pipeline | carried | 1 waiver for dockerfile/base-image-tag-stated",
      "checkov:skip=CKV_DOCKER_8:agent | carried | 1 waiver for dockerfile/user-not-root",
      "trivy:ignore:DS-0001 | not needed | it excuses no finding of ours; nothing was written",
    ]);
    const deaf = { ...PRAGMAS, ".hadolint.yaml": "disable-ignore-pragma: true\n" };
    expect(await rows(deaf)).toContain(
      "hadolint ignore=DL3006 # pinned by the pipeline | not needed | hadolint hears no pragmas here",
    );
    expect(await difference(deaf)).not.toContain("- Dockerfile:3 dockerfile/base-image-tag-stated");
  });

  it("carry their reasons, and say where there was none", async () => {
    using bench = workbench({
      Dockerfile: "# hadolint ignore=DL3006 # built by us\nFROM a\n# trivy:ignore:DS-0002\nUSER root\n",
    });
    await bench.plimsoll("migrate", ...APPROVAL, "--category", "compensating-control");
    const records = bench.read("plimsoll-waivers.yaml");
    expect(records).toContain("statement: built by us\n");
    expect(records).toContain(
      `Carried over from \\"trivy:ignore:DS-0002\\" in Dockerfile, which gives no reason.`,
    );
    expect(records.match(/category: compensating-control/g)).toHaveLength(2);
    expect(records.match(/approver: "J. Doe \(ISSM\)"|approver: J. Doe \(ISSM\)/g)).toHaveLength(2);
  });
});

describe("plimsoll migrate", () => {
  const files = { Dockerfile: DOCKERFILE, ".hadolint.yaml": "ignored: [DL3008]\n" };

  it.each<[string, Files, readonly string[], string]>([
    ["an approver and an end for waivers", PRAGMAS, [], "migrate/needs-approval"],
    [
      "an end that the profile allows",
      PRAGMAS,
      ["--approver", "A", "--expires", "2029-01-01"],
      "waivers/too-long",
    ],
    ["a category that exists", PRAGMAS, [...APPROVAL, "--category", "other"], "waivers/bad-category"],
    [
      "no configuration that is there",
      { ...files, "plimsoll.yml": "profile: reference-design\n" },
      [],
      "migrate/exists",
    ],
    ["no waivers that are there", { ...files, "plimsoll-waivers.yaml": "waivers:\n" }, [], "migrate/exists"],
    ["something to carry over", { Dockerfile: "FROM a\n" }, [], "migrate/nothing-found"],
    ["settings that can be read", { ".hadolint.yaml": "ignored: [\n" }, [], "migrate/unreadable"],
    [
      "a file that is a tool's",
      { ...files, "x.yaml": "a: 1\n" },
      ["--from", "x.yaml"],
      "migrate/unknown-file",
    ],
    ["a file that is there", files, ["--from", "y.yaml"], "migrate/unreadable"],
    ["a profile that exists", files, ["--profile", "none"], "config/unknown-profile"],
    ["a folder that exists", files, ["nowhere"], "path/not-found"],
  ])("wants %s", async (_name, given, words, code) => {
    using bench = workbench(given);
    const outcome = await bench.plimsoll("migrate", ...words);
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain(`(${code})`);
    const wasThere = given["plimsoll-waivers.yaml"] !== undefined;
    expect([
      existsSync(join(bench.root, "plimsoll.yaml")),
      existsSync(join(bench.root, "plimsoll-waivers.yaml")),
    ]).toEqual([false, wasThere]);
  });

  it("reads no settings outside of the folder", async () => {
    using outside = workbench({ "settings.yaml": "ignored: [DL3008]\n" });
    using bench = workbench({ Dockerfile: "FROM a\n" });
    symlinkSync(join(outside.root, "settings.yaml"), join(bench.root, ".hadolint.yaml"));
    const outcome = await bench.plimsoll("migrate");
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining("(migrate/outside-folder)")]);
  });

  it("a dry run prints the files and writes none, whatever is there", async () => {
    using bench = workbench({ ...PRAGMAS, "plimsoll.yaml": "profile: reference-design\n" });
    const outcome = await bench.plimsoll("migrate", "--dry-run");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    expect(outcome.stdout).toContain("Waivers cannot be made without --approver and --expires");
    expect(outcome.stdout).toContain("--- plimsoll.yaml\n");
    expect(bench.read("plimsoll.yaml")).toBe("profile: reference-design\n");
    const whole = await bench.plimsoll("migrate", "--dry-run", ...APPROVAL);
    expect(whole.stdout).toContain("--- plimsoll-waivers.yaml\nwaivers:\n");
  });

  it("migrates a folder below the root, with paths from there", async () => {
    using bench = workbench({
      ".git/HEAD": "",
      "team/app/pods.yaml": POD,
      "team/.trivyignore.yaml": "misconfigurations:\n  - id: KSV-0017\n    paths: ['app/**']\n",
      "other/pods.yaml": POD,
    });
    const outcome = await bench.plimsoll("migrate", "team", ...APPROVAL);
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    expect(bench.read("team/plimsoll-waivers.yaml")).toContain("- app/pods.yaml\n");
    const after = [...(await verdicts(bench, "team")).keys()];
    expect(after.filter((key) => key.includes(PRIVILEGED) || key.includes("waiver/"))).toEqual([]);
  });

  it("is what a newcomer runs once: hadolint and kube-linter, one command, the same verdicts", async () => {
    const newcomer: Files = {
      Dockerfile: DOCKERFILE,
      "deploy/pods.yaml": POD,
      ".hadolint.yaml": "ignored: [DL3008, DL3002]\n",
      ".kube-linter.yaml": "checks:\n  exclude: [privileged-container]\n",
    };
    expect(await difference(newcomer)).toEqual([
      "- Dockerfile:2 dockerfile/packages-pinned",
      "- Dockerfile:4 dockerfile/user-not-root",
      `- deploy/pods.yaml:11 ${PRIVILEGED}`,
      `- deploy/pods.yaml:23 ${PRIVILEGED}`,
    ]);
  });
});
