import { podTemplatePath, workloadKinds } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import type { CelCheck, CelRule, DockerfileRule, ResourceRule, Rule } from "../rule/rule.ts";
import type { FileResult } from "./check-file.ts";
import { createEngine, newFileMemory, type Engine } from "./engine.ts";

const META = {
  title: "A rule",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
} as const;

/** Finds something on every part that it walks over, unless told otherwise. */
function celRule(check: Partial<CelCheck & Pick<CelRule, "kinds" | "also" | "options">>): CelRule {
  return {
    ...META,
    id: "kubernetes/test",
    each: "containers",
    require: "false",
    problem: "found",
    at: [""],
    message: "{name}",
    ...check,
  };
}

function engineOf(rules: readonly Rule[], kubernetesMinor = 37): Engine {
  return createEngine({
    ruleSet: {
      rules: new Map(rules.map((rule) => [rule.id, rule])),
      references: {},
      profiles: {
        test: {
          name: "test",
          title: "Test",
          description: "All rules of the test.",
          rules: {},
          onlyListed: false,
          inlineIgnores: false,
          waiverMaximumDays: 1,
        },
      },
      requirements: {},
      renamed: new Map(),
    },
    configuration: {
      profile: "test",
      kubernetesMinor,
      images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
      rules: {},
      overrides: [],
      customRules: [],
      include: [],
      exclude: [],
      waiverFiles: [],
      inlineIgnores: false,
      buildArguments: {},
    },
  });
}

function check(text: string, ...rules: Rule[]): FileResult {
  return engineOf(rules).checkFile({ path: "a.yaml", text });
}

/** The text of each finding's range. */
function marked(text: string, result: FileResult): string[] {
  return result.findings.map(({ range }) => text.slice(range.start.offset, range.end.offset));
}

function pod(spec: string, metadata = ""): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n${metadata}spec:\n${spec}`;
}

const CONTAINERS = [
  "initContainers: [{name: a}]",
  "containers: [{name: b}]",
  "ephemeralContainers: [{name: c}]",
].join(", ");

/** An object of a kind with one pod of three containers, in flow style. */
function workload(groupAndKind: string): string {
  const slash = groupAndKind.lastIndexOf("/");
  const [group, kind] = [groupAndKind.slice(0, slash), groupAndKind.slice(slash + 1)];
  const path = podTemplatePath(group, kind) ?? [];
  const template = `{spec: {${CONTAINERS}}}`;
  const body = path.reduceRight(
    (inside, step) => (step === "*" ? `[${inside}]` : `{${step}: ${inside}}`),
    template,
  );
  const apiVersion = group === "" ? "v1" : `${group}/v1`;
  return `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: w}, ${body.slice(1, -1)}}\n`;
}

describe("the containers of a workload", () => {
  it.each([...workloadKinds()])("of kind %s are walked over: init, regular and ephemeral", (kind) => {
    const { findings, notChecked } = check(workload(kind), celRule({ message: "{kind} {name}" }));
    const short = kind.slice(kind.lastIndexOf("/") + 1);
    expect(findings.map(({ message }) => message)).toEqual([`${short} a`, `${short} b`, `${short} c`]);
    expect(findings.map(({ resource }) => resource?.name)).toEqual(["w", "w", "w"]);
    expect(notChecked).toEqual([]);
  });

  it.each(["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "DeploymentConfig", "Job", "CronJob"])(
    "are known for a %s that says apiVersion: v1",
    (kind) => {
      expect(check(workload(`/${kind}`), celRule({})).findings.length).toBe(3);
    },
  );

  it("are found in the leader's and in the workers' template", () => {
    const text = [
      "apiVersion: leaderworkerset.x-k8s.io/v1",
      "kind: LeaderWorkerSet",
      "metadata: {name: w}",
      "spec:",
      "  leaderWorkerTemplate:",
      "    size: 4",
      "    leaderTemplate: {spec: {containers: [{name: leader}]}}",
      "    workerTemplate: {spec: {containers: [{name: worker}]}}",
      "",
    ].join("\n");
    expect(check(text, celRule({})).findings.map(({ message }) => message)).toEqual(["leader", "worker"]);
  });

  it("of the items of a List, and of a typed list, belong to their own objects", () => {
    const items =
      "items:\n- {apiVersion: v1, kind: Pod, metadata: {name: one}, spec: {containers: [{name: a}]}}\n";
    const typed = "- {metadata: {name: two, namespace: n}, spec: {containers: [{name: b}]}}\n";
    const list = check(`apiVersion: v1\nkind: List\n${items}`, celRule({}));
    expect(list.findings.map(({ resource }) => resource)).toEqual([
      { apiVersion: "v1", kind: "Pod", name: "one" },
    ]);
    const pods = check(`apiVersion: v1\nkind: PodList\nitems:\n${typed}`, celRule({}));
    expect(pods.findings.map(({ resource }) => resource?.name)).toEqual(["two"]);
    expect(pods.findings[0]?.resource?.namespace).toBe("n");
  });

  it("are none in other kinds, and in kinds that the rule does not look at", () => {
    expect(
      check("apiVersion: v1\nkind: Service\nspec: {containers: [{name: a}]}\n", celRule({})).findings,
    ).toEqual([]);
    expect(check(workload("apps/Deployment"), celRule({ kinds: ["batch/Job", "Pod"] })).findings).toEqual([]);
    expect(check(workload("apps/Deployment"), celRule({ kinds: ["apps/Deployment"] })).findings.length).toBe(
      3,
    );
  });

  it("cannot be found where something else stands in the pod's place, and that is said", () => {
    const { notChecked } = check(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: w}\nspec:\n  - containers: []\n",
      celRule({}),
    );
    expect(notChecked.map(({ code, subject, range }) => [code, subject, range?.start.line])).toEqual([
      ["kubernetes/malformed-pod", "Pod w", 5],
    ]);
    const patch = check(
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\nspec: {replicas: 2}\n",
      celRule({}),
    );
    expect(patch.notChecked).toEqual([]);
  });
});

describe("what a condition sees", () => {
  const text = pod(
    "  hostPID: yes\n  os:\n  containers:\n    - name: web\n      ports: [{containerPort: 80}]\n      securityContext:\n        runAsUser: 0\n",
    "  annotations: {a: x, b: z}\n",
  );
  it.each([
    ["containers", 'container.name == "web" && kind == "Pod" && containerType == "containers"'],
    ["containers", "container.securityContext.runAsUser == 0 && kubernetesMinor == 37"],
    ["containers", "podSpec.containers.size() == 1 && object.metadata.name == 'web'"],
    ["containers", 'podMetadata.annotations["a"] == "x"'],
    ["pods", "podSpec.hostPID == true && !has(podSpec.os)"],
    ["resources", 'object.kind == "Pod"'],
    ["containers.ports", 'item.containerPort == 80 && itemKey == ""'],
    ["pods.podMetadata.annotations", '(itemKey == "a" && item == "x") || (itemKey == "b" && item == "z")'],
    ["containers", "params.port == 8080"],
  ])("%s: %s", (each, require) => {
    const options = { port: { description: "A port.", schema: { type: "integer" }, default: 8080 } };
    const rule = celRule({ each, require, options });
    const { findings, notChecked } = check(text, rule);
    expect(notChecked).toEqual([]);
    expect(findings).toEqual([]);
    expect(check(text, { ...rule, require: `!(${require})` }).findings.length).toBeGreaterThan(0);
  });

  it("is judged only where `when` holds, and by each of the rule's checks", () => {
    const also = [{ ...celRule({}), each: "pods", problem: "second", message: "pod" }];
    const rule = celRule({ when: 'container.name == "b"', also });
    const { findings } = check(workload("/Pod"), rule);
    expect(findings.map(({ problem, message }) => [problem, message])).toEqual([
      ["second", "pod"],
      ["found", "b"],
    ]);
  });
});

describe("the range of a finding", () => {
  const spec = [
    "  hostNetwork: true",
    "  containers:",
    "    - image: a",
    "      name: web",
    "      securityContext:",
    "        capabilities: {add: [NET_RAW, CHOWN]}",
    "        seccompProfile:",
    "      ports:",
    "        - containerPort: 80",
    "          hostPort: 8080",
    "",
  ].join("\n");
  const text = pod(spec);
  it.each([
    ["the value that is wrong", "containers", ["securityContext.capabilities.add"], "[NET_RAW, CHOWN]"],
    ["the key, where the path asks for it", "containers", ["securityContext.capabilities:"], "capabilities"],
    ["the first path that exists", "containers", ["a", "securityContext.b", "image"], "a"],
    ["the key of the nearest parent", "containers", ["securityContext.privileged"], "securityContext"],
    ["the key of the nearest parent of a key", "containers", ["securityContext.x.y:"], "securityContext"],
    ["the key whose value is empty", "containers", ["securityContext.seccompProfile"], "seccompProfile"],
    ["the first key of a container that lacks it", "containers", ["livenessProbe"], "image"],
    ["a place of the pod", "containers", ["podSpec.hostNetwork"], "true"],
    ["the pod's key, where the pod lacks it", "containers", ["podSpec.securityContext"], "spec"],
    ["a place of the object", "containers", ["object.metadata.name"], "web"],
    ["the first key of a block map", "containers", ["securityContext"], "capabilities"],
    [
      "the first item's key of a block list",
      "containers",
      ["ports"],
      "containerPort: 80\n          hostPort: 8080",
    ],
    ["the pod as a whole", "pods", [""], "spec"],
    ["the object as a whole", "resources", [""], "Pod"],
    ["a value in an entry of a list", "containers.ports", ["hostPort"], "8080"],
    ["an entry of a list that lacks it", "containers.ports", ["name"], "containerPort"],
  ])("is %s", (_what, each, at, expected) => {
    expect(marked(text, check(text, celRule({ each, at })))).toEqual([expected]);
  });

  it("is each entry of a list that is wrong", () => {
    const rule = celRule({
      each: "containers.securityContext.capabilities.add",
      message: "{item} {value} of {name}",
    });
    const result = check(text, rule);
    expect(marked(text, result)).toEqual(["NET_RAW", "CHOWN"]);
    expect(result.findings.map(({ message }) => message)).toEqual([
      "NET_RAW NET_RAW of web",
      "CHOWN CHOWN of web",
    ]);
  });

  it("names the place in the message", () => {
    const message = "{kind} {name} {path} {value} {unknown}";
    const [finding] = check(text, celRule({ at: ["image"], message })).findings;
    expect(finding?.message).toBe("Pod web spec.containers[name=web].image a {unknown}");
  });
});

describe("the fingerprint of a finding", () => {
  const one = "    - {name: one, image: a}\n";
  const two = "    - {name: two, image: b}\n";
  const rule = celRule({ at: ["image"] });
  const prints = (text: string): Map<string, string> =>
    new Map(check(text, rule).findings.map(({ message, fingerprint }) => [message, fingerprint]));
  const before = prints(pod(`  containers:\n${one}${two}`));

  it("is 32 hexadecimal digits, and another for each place", () => {
    expect([...before.values()].every((print) => /^[0-9a-f]{32}$/.test(print))).toBe(true);
    expect(new Set(before.values()).size).toBe(2);
  });
  it.each([
    ["lines move", `# a comment\n\n${pod(`  containers:\n\n${one}    # another\n${two}`)}`],
    ["the list is in another order", pod(`  containers:\n${two}${one}`)],
    ["another document comes before", `a: 1\n---\n${pod(`  containers:\n${one}${two}`)}`],
  ])("stays when %s", (_what, text) => {
    expect(prints(text)).toEqual(before);
  });
  it("changes with the object's name", () => {
    const other = prints(pod(`  containers:\n${one}${two}`).replace("name: web", "name: other"));
    expect(other.get("one")).not.toBe(before.get("one"));
  });
  it("tells equal places apart", () => {
    const twins = check(pod(`  containers:\n${one}${one}`), rule).findings.map(
      ({ fingerprint }) => fingerprint,
    );
    expect(new Set(twins).size).toBe(2);
    expect(twins[0]).toBe(before.get("one"));
  });
});

describe("what goes wrong in a rule", () => {
  const text = pod("  containers:\n    - {name: web, image: 7}\n    - {name: log, image: nginx}\n");

  it("is not evaluated where the data has other types, and the rest is judged", () => {
    const rule = celRule({ require: 'container.image.startsWith("x")', at: ["image"] });
    const { findings, notChecked } = check(text, rule, { ...celRule({}), id: "kubernetes/other" });
    expect(notChecked.map(({ code, subject, range }) => [code, subject, range?.start.line])).toEqual([
      ["rule/not-evaluated", "kubernetes/test on Pod web", 7],
    ]);
    expect(findings.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([
      "kubernetes/other web",
      "kubernetes/test log",
      "kubernetes/other log",
    ]);
  });

  const thrower = (): never => {
    throw new Error("no luck\nsecond line");
  };
  const resourceRule: ResourceRule = { ...META, id: "kubernetes/throws", check: thrower, message: () => "" };
  const dockerfileRule: DockerfileRule = {
    ...META,
    id: "dockerfile/throws",
    surface: "dockerfile",
    check: thrower,
    message: () => "",
  };

  it("is a crash where code throws, and the rest is judged", () => {
    const { findings, notChecked } = check(text, resourceRule, celRule({}));
    expect(notChecked).toEqual([
      {
        code: "rule/crashed",
        file: "a.yaml",
        subject: "kubernetes/throws on Pod web",
        reason: "Rule kubernetes/throws failed: no luck",
      },
    ]);
    expect(findings.length).toBe(2);
  });
  it("is a crash where a fix throws", () => {
    const { findings, notChecked } = check(text, celRule({ fix: thrower }));
    expect(findings).toEqual([]);
    expect(notChecked.map(({ code }) => code)).toEqual(["rule/crashed", "rule/crashed"]);
  });
  it("is a crash in a Dockerfile, too", () => {
    const result = engineOf([dockerfileRule]).checkFile({ path: "Dockerfile", text: "FROM scratch\n" });
    expect(result.notChecked.map(({ code, subject }) => [code, subject])).toEqual([
      ["rule/crashed", "dockerfile/throws"],
    ]);
  });
});

describe("checking a file again", () => {
  it("gives what a first check gives, wherever the documents have moved", () => {
    const engine = engineOf([celRule({ at: ["image"] })]);
    const memory = newFileMemory();
    const first = pod("  containers:\n    - {name: web, image: a}\n");
    engine.checkFile(
      { path: "a.yaml", text: `${first}---\n${first.replace("name: web", "name: two")}` },
      memory,
    );
    const edited = `# moved\n${first}---\n${first.replace("name: web", "name: three")}`;
    const again = engine.checkFile({ path: "a.yaml", text: edited }, memory);
    expect(again).toEqual(engine.checkFile({ path: "a.yaml", text: edited }));
  });
});

describe("a problem of a CEL rule", () => {
  const also: CelCheck = {
    each: "pods",
    require: "false",
    problem: "lesser",
    severity: "info",
    standsFor: ["trivy:KSV-0001"],
    at: [""],
    message: "{name}",
  };

  it("may weigh less than its rule and stand for some of its aliases only", () => {
    const rule = { ...celRule({ also: [also] }), aliases: ["trivy:KSV-0001", "trivy:KSV-0002"] };
    const { findings } = check(pod("  containers: [{name: a}]\n"), rule);
    expect(findings.map(({ problem, severity, aliases }) => [problem, severity, aliases])).toEqual([
      ["lesser", "info", ["trivy:KSV-0001"]],
      ["found", "error", ["trivy:KSV-0001", "trivy:KSV-0002"]],
    ]);
  });
});
