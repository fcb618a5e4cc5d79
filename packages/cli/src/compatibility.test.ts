import { describe, expect, it } from "vitest";
import { workbench } from "./testing/command-line.ts";

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly file: string }[];
  readonly waived: readonly {
    readonly ruleId: string;
    readonly waivedBy: {
      readonly kind: string;
      readonly reference: string;
      readonly justification: string;
    };
  }[];
  readonly notChecked: readonly { readonly code: string; readonly reason: string }[];
}

const FILES = {
  Dockerfile: `# hadolint ignore=DL3006 # pinned by the pipeline
FROM registry1.dso.mil/ironbank/a
# trivy:ignore:DS-0002
USER root
`,
  "pod.yaml": `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: ops
  annotations:
    checkov.io/skip1: CKV_K8S_16=reads the kernel
spec:
  containers:
    - name: main
      image: registry1.dso.mil/ironbank/a:1
      securityContext:
        privileged: true
`,
  "service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: outside
  namespace: ops
  annotations:
    ignore-check.kube-linter.io/dangling-service: served by a machine
spec:
  selector: { app: none }
  ports: [{ port: 80 }]
`,
};

const ALL = "compatibility: [hadolint, trivy, checkov, kube-linter]\n";
const RULES = {
  tag: "dockerfile/base-image-tag-stated",
  root: "dockerfile/user-not-root",
  privileged: "kubernetes/containers-not-privileged",
  service: "kubernetes/service-selects-pods",
};

async function check(configuration: string, ...words: string[]): Promise<Report> {
  using bench = workbench({ ...FILES, "plimsoll.yaml": configuration });
  const outcome = await bench.plimsoll("check", "--format", "json", "--fail-on", "never", ...words);
  expect(outcome.stderr).toBe("");
  const report: Report = JSON.parse(outcome.stdout);
  return report;
}

/** Which of the four rules are findings. */
function standing({ findings }: Report): readonly string[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    findings.some(({ ruleId }) => ruleId === rule) ? [name] : [],
  );
}

describe("compatibility", () => {
  it("hears pragmas in place, over the workspace too, and says what excused what", async () => {
    const report = await check(ALL);
    expect(standing(report)).toEqual([]);
    const said = report.waived
      .filter(({ ruleId }) => Object.values(RULES).includes(ruleId))
      .map(({ ruleId, waivedBy }) => [ruleId, waivedBy.kind, waivedBy.reference, waivedBy.justification])
      .sort(([a = ""], [b = ""]) => a.localeCompare(b));
    expect(said).toEqual([
      [RULES.tag, "inline", "hadolint ignore=DL3006 # pinned by the pipeline", "pinned by the pipeline"],
      [RULES.root, "inline", "trivy:ignore:DS-0002", "The trivy pragma gives no reason."],
      [RULES.privileged, "inline", "checkov.io/skip1: CKV_K8S_16=reads the kernel", "reads the kernel"],
      [
        RULES.service,
        "inline",
        "ignore-check.kube-linter.io/dangling-service: served by a machine",
        "served by a machine",
      ],
    ]);
  });

  it.each<[string, string, readonly string[], readonly string[]]>([
    ["without the key none is heard", "profile: reference-design\n", [], Object.keys(RULES)],
    ["one tool", "compatibility: [trivy]\n", [], ["tag", "privileged", "service"]],
    ["an auditor hears none", ALL, ["--auditor"], Object.keys(RULES)],
    [
      "nor is any heard where inline ignores do not count",
      `${ALL}inlineIgnores: false\n`,
      [],
      Object.keys(RULES),
    ],
  ])("%s", async (_name, configuration, words, expected) => {
    expect(standing(await check(configuration, ...words))).toEqual(expected);
  });

  it("says how many were not heard, and nothing of tools that are not named", async () => {
    const notes = async (configuration: string, ...words: string[]): Promise<readonly string[]> =>
      (await check(configuration, ...words)).notChecked
        .filter(({ code }) => code === "ignore/not-heard")
        .map(({ reason }) => reason.slice(0, 17));
    expect(await notes(ALL, "--auditor")).toEqual(["4 ignore comments"]);
    expect(await notes("profile: reference-design\n", "--auditor")).toEqual([]);
  });

  it("ends with the day that a pragma names", async () => {
    const files = {
      "plimsoll.yaml": "compatibility: [trivy]\n",
      Dockerfile: "FROM a:1\n# trivy:ignore:DS-0002:exp:2026-11-25\nUSER root\n",
    };
    using bench = workbench(files);
    const isFound = async (today: string): Promise<boolean> => {
      const { stdout } = await bench.plimsollWith({ today: () => today }, "check", "--format", "json");
      const report: Report = JSON.parse(stdout);
      return report.findings.some(({ ruleId }) => ruleId === RULES.root);
    };
    expect([await isFound("2026-11-24"), await isFound("2026-11-25")]).toEqual([false, true]);
  });
});

describe("checks", () => {
  it("switch off or weigh what stands for another tool's check, over the workspace too", async () => {
    const report = await check(
      "checks:\n  hadolint:DL3006: off\n  trivy:AVD-DS-0002: info\n  kube-linter:dangling-service: off\n",
    );
    expect(standing(report)).toEqual(["root", "privileged"]);
    expect(report.findings.find(({ ruleId }) => ruleId === RULES.root)).toMatchObject({ severity: "info" });
  });
});

describe("plimsoll rules --compare", () => {
  it.each(["hadolint", "trivy", "checkov", "kube-linter", "kubescape", "kube-score", "polaris"])(
    "%s",
    async (tool) => {
      using bench = workbench();
      const outcome = await bench.plimsoll("rules", "--compare", tool, "--format", "json");
      expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
      const data: {
        readonly covered: number;
        readonly checks: readonly { readonly rules: readonly string[]; readonly reason?: string }[];
      } = JSON.parse(outcome.stdout);
      expect(data.checks.filter(({ rules }) => rules.length > 0)).toHaveLength(data.covered);
      expect(
        data.checks.filter(({ rules, reason }) => (rules.length === 0) !== (reason !== undefined)),
      ).toEqual([]);
    },
  );

  it("says in a table and in Markdown which rule covers a check, or why none does", async () => {
    using bench = workbench();
    const table = await bench.plimsoll("rules", "--compare", "Hadolint");
    expect(table.stdout).toMatch(/^DL3002 +The last USER is root +dockerfile\/user-not-root$/m);
    const other = await bench.plimsoll("rules", "--compare", "kubescape");
    expect(other.stdout).toMatch(/^C-0083 .+ not covered: It needs a report of known vulnerabilities\.$/m);
    const markdown = await bench.plimsoll("rules", "--compare", "kubescape", "--format", "markdown");
    expect(markdown.stdout).toContain(
      "| `C-0057` | A container is privileged, or as good as that | `kubernetes/containers-not-privileged` |",
    );
  });

  it("refuses a tool that is not listed", async () => {
    using bench = workbench();
    const outcome = await bench.plimsoll("rules", "--compare", "hadolnt");
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining("did you mean hadolint?")]);
  });
});
