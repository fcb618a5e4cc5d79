import { createEngine, type Engine, type FileResult, loadConfiguration } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { CrossFile } from "./cross-file.ts";

const { configuration } = await loadConfiguration({ read: () => Promise.resolve(undefined), ruleSet });
const engine: Engine = createEngine({ ruleSet, configuration });
const pause = (): Promise<void> => Promise.resolve();

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 1
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: example.mil/web:1
          envFrom:
            - configMapRef:
                name: settings
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
`;
const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
`;
const OTHERS: readonly (readonly [string, string])[] = [
  ["deployment.yaml", DEPLOYMENT],
  ["again.yaml", DEPLOYMENT],
  ["service.yaml", SERVICE],
  ["twin.yaml", SERVICE.replace("name: web", "name: twin")],
  [
    "limits.yaml",
    "apiVersion: v1\nkind: LimitRange\nmetadata: {name: l, namespace: shop}\nspec:\n  limits: []\n",
  ],
];

function check(path: string, text: string): FileResult {
  return engine.checkFile({ path, text });
}

/** What rules over the workspace find in the same results from the start. */
async function anew(crossFile: CrossFile): Promise<unknown> {
  const fresh = new CrossFile(engine);
  for (const path of crossFile.paths()) fresh.set(path, crossFile.resultOf(path));
  await fresh.judge(pause);
  return fresh.paths().map((path) => fresh.findingsOf(path));
}

async function prepared(): Promise<CrossFile> {
  const crossFile = new CrossFile(engine);
  for (const [path, text] of OTHERS) crossFile.set(path, check(path, text));
  await crossFile.judge(pause);
  return crossFile;
}

/** Edits of a file one after another, and whether the judgement is stale after each. */
const EDITS: readonly (readonly [string, (text: string) => string, boolean])[] = [
  ["a comment above", (text) => `# one\n${text}`, false],
  ["a comment between", (text) => text.replace("spec:\n", "spec: # here\n"), false],
  ["an image", (text) => text.replace("web:1", "web:2.0"), true],
  ["indentation of nothing that is recorded", (text) => text.replace("image: ", "image:   "), false],
  ["quotes around a name", (text) => text.replace("name: settings", 'name: "settings"'), false],
  ["a label of the pods", (text) => text.replace("        app: web", "        app: other"), true],
  ["replicas", (text) => text.replace("replicas: 1", "replicas: 3"), true],
  ["one object less", (text) => text.slice(0, text.indexOf("---")), true],
  ["text that is no YAML", (text) => text.replace("spec:", "spec"), true],
];

describe("CrossFile", () => {
  it.each(EDITS)("finds the same as a judgement from the start after %s", async (_name, edit, stale) => {
    const crossFile = await prepared();
    crossFile.set("deployment.yaml", check("deployment.yaml", edit(DEPLOYMENT)));
    expect(crossFile.isStale).toBe(stale);
    if (stale) await crossFile.judge(pause);
    expect(crossFile.paths().map((path) => crossFile.findingsOf(path))).toEqual(await anew(crossFile));
  });

  it("finds the same after many edits in a row, whether places moved or facts changed", async () => {
    const crossFile = await prepared();
    let text = DEPLOYMENT;
    let moved = 0;
    for (let step = 0; step < 400; step += 1) {
      const at = (step * 7919) % text.length;
      text =
        step % 3 === 0
          ? text.slice(0, at) + text.slice(at + 1)
          : `${text.slice(0, at)}${"\n x#"[step % 4]}${text.slice(at)}`;
      if (step % 20 === 0) text = DEPLOYMENT;
      crossFile.set("deployment.yaml", check("deployment.yaml", text));
      if (crossFile.isStale) await crossFile.judge(pause);
      else moved += 1;
      if (step % 5 === 0)
        expect(crossFile.paths().map((path) => crossFile.findingsOf(path))).toEqual(await anew(crossFile));
    }
    expect(moved).toBeGreaterThan(50);
  });

  it("stays stale where a file changed while it judged", async () => {
    const crossFile = await prepared();
    crossFile.set("twin.yaml", undefined);
    let turns = 0;
    await crossFile.judge(() => {
      turns += 1;
      if (turns === 1) crossFile.set("service.yaml", check("service.yaml", SERVICE.replace("80", "81")));
      return Promise.resolve();
    });
    expect(turns).toBeGreaterThan(1);
    expect(crossFile.isStale).toBe(true);
    await crossFile.judge(pause);
    expect(crossFile.isStale).toBe(false);
    expect(crossFile.paths().map((path) => crossFile.findingsOf(path))).toEqual(await anew(crossFile));
  });

  it("moves what it found when the file moved while it judged", async () => {
    const crossFile = await prepared();
    crossFile.set("twin.yaml", undefined);
    let turns = 0;
    await crossFile.judge(() => {
      turns += 1;
      if (turns === 1) crossFile.set("again.yaml", check("again.yaml", `# one\n${DEPLOYMENT}`));
      return Promise.resolve();
    });
    expect(crossFile.isStale).toBe(false);
    expect(crossFile.findingsOf("again.yaml").length).toBeGreaterThan(0);
    expect(crossFile.paths().map((path) => crossFile.findingsOf(path))).toEqual(await anew(crossFile));
  });

  it("settles a finding by what other files say", async () => {
    const crossFile = await prepared();
    const finding = crossFile
      .resultOf("deployment.yaml")
      ?.findings.find(({ ruleId }) => ruleId === "kubernetes/memory-limit-set");
    if (finding === undefined) throw new Error("the rule found nothing");
    expect(crossFile.stands(finding)).toBe(true);
    const generation = crossFile.generationOf("deployment.yaml");
    const range = `apiVersion: v1
kind: LimitRange
metadata: {name: l, namespace: shop}
spec:
  limits: [{type: Container, default: {memory: 1Gi}}]
`;
    crossFile.set("limits.yaml", check("limits.yaml", range));
    expect(crossFile.stands(finding)).toBe(false);
    expect(crossFile.generationOf("deployment.yaml")).not.toBe(generation);
  });
});
