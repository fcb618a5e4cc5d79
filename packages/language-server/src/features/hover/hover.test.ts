import { type Engine, type Finding, loadKubernetesSchemas } from "@plimsoll/core";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { MarkupContent } from "vscode-languageserver-types";
import type { FeatureContext } from "../feature-context.ts";
import { engineOf, featureContext, findingsOf, marked, shown } from "../testing/judged.ts";
import { hover } from "./hover.ts";

let engine: Engine;
let context: FeatureContext;
beforeAll(async () => {
  const schemas = await loadKubernetesSchemas();
  engine = await engineOf(undefined, schemas);
  context = {
    ...(await featureContext(undefined, schemas)),
    pageOf: (id) => readFileSync(new URL(`../../../../../docs/rules/${id}.md`, import.meta.url), "utf8"),
  };
});

interface Shown {
  readonly value: string;
  readonly range: string | undefined;
}

function hoverOf(path: string, text: string, findings?: readonly Finding[]): Shown | undefined {
  const { file, position } = marked(path, text);
  const result = hover({ file, position, findings: findings ?? [], context });
  if (result === undefined) return undefined;
  expect(MarkupContent.is(result.contents)).toBe(true);
  const value = MarkupContent.is(result.contents) ? result.contents.value : "";
  return { value, range: result.range === undefined ? undefined : shown(result.range) };
}

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: a
      image: nginx:1.27
      securityContext:
        privileged: tr‸ue
`;

describe("hover over a finding", () => {
  it("says what, why, which requirement, which controls, other tools and how to waive", () => {
    const { file } = marked("a.yaml", POD);
    const findings = findingsOf(engine, "a.yaml", file.text).filter(
      ({ problem }) => problem === "privileged",
    );
    const shownHover = hoverOf("a.yaml", POD, findings);
    expect(shownHover?.range).toBe("9:20-9:24");
    const lines = shownHover?.value.split("\n") ?? [];
    expect(lines[0]).toBe(
      '**Error**: Container "a" runs privileged: it has every right that root on the node has.',
    );
    expect(lines[2]).toBe(
      "Rule [`kubernetes/containers-not-privileged`](<https://example.mil/rules/kubernetes/containers-not-privileged>): Containers do not run privileged.",
    );
    expect(lines[4]).toMatch(
      /^A privileged container keeps every Linux capability, .* every pod that runs there\.$/,
    );
    expect(shownHover?.value).toMatch(
      /\*\*Reference design\*\*\n\n- `\S+` .*: baseline [A-Z]+ \(\w+\), phase \w+/,
    );
    expect(shownHover?.value).toMatch(
      /- NIST SP 800-53 Rev 5: `AC-6\(10\)`, `SC-39` \(id verified, the link is our judgement\)/,
    );
    expect(shownHover?.value).toContain(
      "**Same check elsewhere**: psa `privileged`; Trivy `KSV-0017`; Checkov `CKV_K8S_16`",
    );
    expect(shownHover?.value).toMatch(
      /\*\*Waive\*\*: quick fix "Waive with justification", or `plimsoll waive [0-9a-f]{12}`/,
    );
    expect(shownHover?.value).toContain("\n\n---\n\n**privileged** of SecurityContext: `true` or `false`");
  });

  it("names the rule of the STIG and its CCI", () => {
    const text = "FROM scratch\nUS‸ER root\n";
    const { file } = marked("Dockerfile", text);
    const [one] = findingsOf(engine, "Dockerfile", file.text);
    const finding =
      one === undefined
        ? []
        : [
            {
              ...one,
              ruleId: "kubernetes/no-credentials-in-environment",
              controls: ["k8s-stig:V-242415", "trivy-check:KSV-0001"],
            },
          ];
    const value = hoverOf(
      "Dockerfile",
      text,
      finding.map((f) => ({
        ...f,
        range: { start: { line: 2, column: 1, offset: 13 }, end: { line: 2, column: 5, offset: 17 } },
      })),
    )?.value;
    expect(value).toMatch(
      /\*\*Controls\*\*\n\n- DISA Kubernetes STIG: `V-242415` \(.*\)\n- CCI: `CCI-\d{6}`/,
    );
    expect(value).not.toContain("KSV-0001");
  });

  it("tells several in order of severity, the third and later ones in brief", () => {
    const { file } = marked("a.yaml", POD);
    const [one] = findingsOf(engine, "a.yaml", file.text).filter(({ problem }) => problem === "privileged");
    const severities = ["info", "warning", "error", "warning"] as const;
    const findings = one === undefined ? [] : severities.map((severity) => ({ ...one, severity }));
    const value = hoverOf("a.yaml", POD, findings)?.value ?? "";
    const order = [...value.matchAll(/\*\*(Error|Warning|Information)\*\*/g)].map(([, word]) => word);
    expect(order).toEqual(["Error", "Warning", "Warning", "Information"]);
    expect(value.split("**Reference design**")).toHaveLength(3);
  });

  it("lets no text of the file become Markdown", () => {
    const text = POD.replace("name: a\n", 'name: "[x](command:evil) <b>"\n');
    const { file } = marked("a.yaml", text);
    const findings = findingsOf(engine, "a.yaml", file.text).filter(
      ({ problem }) => problem === "privileged",
    );
    const value = hoverOf("a.yaml", text, findings)?.value ?? "";
    expect(value).toContain("\\[x\\](command:evil) \\<b\\>");
    expect(value).not.toContain("[x](command");
  });
});

describe("hover over a Dockerfile", () => {
  it.each([
    ["an instruction", "FROM scratch\nUS‸ER 1001\n", "**USER**", "1:0-1:4"],
    ["lower case", "FROM scratch\nuse‸r 1001\n", "**USER**", "1:0-1:4"],
    ["a flag", "FROM scratch\nCOPY --cho‸wn=1 a b\n", "**COPY --chown**", "1:5-1:14"],
    ["the instruction in ONBUILD", "FROM scratch\nONBUILD RU‸N x\n", "**RUN**", "1:8-1:11"],
    ["an image", "FROM ngi‸nx:1.27\n", "**Image** `nginx:1.27`", "0:5-0:15"],
    ["an image with a variable", "ARG V=1.27\nFROM nginx:$‸V\n", "**Image** `nginx:1.27`", "1:5-1:13"],
    ["a copied image", "FROM scratch\nCOPY --from=bus‸ybox a b\n", "**Image** `busybox`", "1:12-1:19"],
    ["a variable", "FROM scratch\nARG A=b\nRUN echo $‸A\n", "Variable `A` is `b` here.", "2:10-2:11"],
    [
      "a variable in braces",
      "FROM scratch\nENV A=b\nRUN echo ${‸A}\n",
      "Variable `A` is `b` here.",
      "2:11-2:12",
    ],
  ])("%s", (_name, text, start, range) => {
    const found = hoverOf("Dockerfile", text);
    expect(found?.value.split("\n")[0]).toBe(start);
    expect(found?.range).toBe(range);
  });

  it.each([
    ["an argument", "FROM scratch\nUSER 10‸01\n"],
    ["a comment", "# com‸ment\nFROM scratch\n"],
    ["an unknown flag", "FROM scratch\nCOPY --no‸pe=1 a b\n"],
    ["scratch", "FROM scr‸atch\n"],
    ["an empty file", "‸"],
  ])("says nothing over %s", (_name, text) => {
    expect(hoverOf("Dockerfile", text)).toBeUndefined();
  });

  it("names the rules that look at an instruction, with what they weigh here", () => {
    const value = hoverOf("Dockerfile", "FROM scratch\nUS‸ER 1001\n")?.value ?? "";
    expect(value).toContain(
      "**Rules that look at it**\n\n- [`dockerfile/user-set`](<https://example.mil/rules/dockerfile/user-set>) (error): ",
    );
  });
});

describe("hover over an image", () => {
  it("takes it apart, judges its source and names the Iron Bank image", () => {
    expect(hoverOf("Dockerfile", "FROM ngi‸nx:1.27\n")?.value).toBe(
      [
        "**Image** `nginx:1.27`",
        "",
        "- Registry `docker.io` (the default: none is written)",
        "- Repository `library/nginx`",
        "- Tag `1.27`",
        "- No digest: the tag can be moved to another image",
        "",
        "Not an approved source by the configuration.",
        "",
        "**Iron Bank** has `registry1.dso.mil/ironbank/opensource/nginx/nginx`: the same software. User, paths and tags can differ. Whether it is there today was not asked.",
      ].join("\n"),
    );
  });

  it.each([
    ["registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4", "Trusted source by the configuration."],
    ["Nginx", "a repository"],
  ])("%s", (image, words) => {
    const value = hoverOf("a.yaml", POD.replace("tr‸ue", "true").replace("nginx:1.27", `${image}‸`))?.value;
    expect(value).toContain(words);
  });
});

describe("hover over a field of Kubernetes", () => {
  it.each([
    [
      "a key",
      POD.replace("privileged: tr‸ue", "privi‸leged: true"),
      "**privileged** of SecurityContext: `true` or `false`",
    ],
    [
      "a list",
      POD.replace("containers:", "contai‸ners:").replace("tr‸", "tr"),
      "**containers** of PodSpec: list of Container",
    ],
    [
      "a field of a kind that makes pods",
      "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    spec:\n      host‸Network: true\n",
      "**hostNetwork** of PodSpec: `true` or `false`",
    ],
    [
      "an item of a list of objects",
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    host‸PID: true\n",
      "**hostPID** of PodSpec: `true` or `false`",
    ],
    [
      "a second document",
      "kind: x\n---\napiVersion: v1\nkind: Pod\nspec:\n  restart‸Policy: Always\n",
      "**restartPolicy** of PodSpec: one of `Always`, `Never`, `OnFailure`",
    ],
    [
      "a field that no rule speaks of",
      "apiVersion: v1\nkind: Pod\nspec:\n  host‸name: a\n",
      "**hostname** of PodSpec: text",
    ],
    [
      "a limit",
      POD.replace("tr‸ue", "true").replace(
        "securityContext:\n        privileged: true",
        "resources:\n        limits:\n          c‸pu: 1",
      ),
      "**limits** of ResourceRequirements: `cpu`",
    ],
  ])("%s", (_name, text, first) => {
    expect(hoverOf("a.yaml", text)?.value.split("\n")[0]).toBe(first);
  });

  it("says what holds where the field is absent", () => {
    const value = hoverOf("a.yaml", POD.replace("privileged: tr‸ue", "privi‸leged: true"))?.value;
    expect(value).toContain("Where it is absent: `false`.");
  });

  it.each([
    [
      "a selector's label",
      "apiVersion: v1\nkind: Service\nspec:\n  sessionAffinityConfig: {clientIP: {x‸: 1}}\n",
    ],
    ["a field of another kind", "apiVersion: v1\nkind: Pod\nspec:\n  repl‸icas: 1\n"],
    ["a kind that nobody knows", "apiVersion: example.com/v1\nkind: Thing\nspec:\n  host‸Network: true\n"],
    ["no object", "host‸Network: true\n"],
    ["an empty file", "‸"],
  ])("says nothing over %s", (_name, text) => {
    expect(hoverOf("a.yaml", text)).toBeUndefined();
  });
});

describe("hover over plimsoll.yaml and waivers", () => {
  it.each([
    ["plimsoll.yaml", "pro‸file: il4\n", "**profile**: string"],
    ["plimsoll.yaml", "profile: i‸l4\n", "**Profile** `il4`: "],
    ["plimsoll.yaml", "images:\n  trus‸ted: []\n", "**trusted**: array"],
    ["plimsoll.yaml", "rules:\n  dockerfile/user‸-set: off\n", "**Rule** [`dockerfile/user-set`]"],
    ["plimsoll.yaml", "rules:\n  dockerfile/user-set: o‸ff\n", "**dockerfile/user-set**"],
    ["plimsoll-waivers.yaml", "waivers:\n  - ru‸le: dockerfile/user-set\n", "**rule**: string"],
    [
      "plimsoll-waivers.yaml",
      "waivers:\n  - rule: docker‸file/user-set\n",
      "**Rule** [`dockerfile/user-set`]",
    ],
  ])("%s %j", (path, text, start) => {
    expect(hoverOf(path, text)?.value.slice(0, start.length)).toBe(start);
  });

  it("says nothing over a key that is unknown", () => {
    expect(hoverOf("plimsoll.yaml", "no‸pe: 1\n")).toBeUndefined();
  });
});
