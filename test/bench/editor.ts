import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { temporaryWorkspace } from "@plimsoll/language-server/testing";
import { Editor, type MeasuredServer } from "./editor-client.ts";
import { manifest, manyDocuments, NAMESPACES, namespaceObjects } from "./manifests.ts";
import { atMost, type Figure, percentile, shown } from "./measure.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const OURS: MeasuredServer = {
  name: "plimsoll",
  command: [
    process.execPath,
    join(root, "packages/language-server/dist/plimsoll-language-server.js"),
    "--stdio",
  ],
  pulls: true,
};
const YAML: MeasuredServer = {
  name: "yaml-language-server (waits 200 ms on purpose; no schema, since it would fetch them)",
  command: [
    process.execPath,
    join(root, "node_modules/yaml-language-server/bin/yaml-language-server"),
    "--stdio",
  ],
  pulls: false,
};
const DOCKER: MeasuredServer = {
  name: "dockerfile-language-server",
  command: [
    process.execPath,
    join(root, "node_modules/dockerfile-language-server-nodejs/bin/docker-langserver"),
    "--stdio",
  ],
  pulls: false,
};

const WARM_UP = 40;
const EDITS = 100;
const PASSES = 3;

/** Builds the bundle that users get. */
export function buildLanguageServer(): void {
  const args = ["--conditions=source", join(root, "packages/language-server/build.ts")];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the language server was not built:\n${stdout}${stderr}`);
}

/** From a keystroke to diagnostics over stdio, with all rules of the default profile on, beside other servers. */
export async function benchEditor(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const group of [initialiseFigures, manifestFigures, longFigures, dockerfileFigures, workspaceFigures])
    figures.push(...(await group()));
  return figures;
}

async function initialiseFigures(): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const editor = new Editor(OURS);
    times.push(await editor.start([]));
    await editor.stop();
  }
  return [atMost("initialise, from the start of the process, p50", percentile(times, 0.5), budget(250))];
}

async function manifestFigures(): Promise<readonly Figure[]> {
  const text = manyDocuments(2000);
  const ours = await typed(OURS, "manifest.yaml", text);
  const theirs = await typed(YAML, "manifest.yaml", text, SHORT);
  return [
    ...keystrokes("2,000 lines in many documents", ours, 50),
    shown(`  the same: ${YAML.name}`, told(theirs)),
    atMost("  ours over theirs, p95", ours.p95 / theirs.p95, { limit: 0.25, unit: "×" }),
  ];
}

async function longFigures(): Promise<readonly Figure[]> {
  const text = manyDocuments(20_000);
  const ours = await typed(OURS, "manifest.yaml", text);
  const theirs = await typed(YAML, "manifest.yaml", text, FEW);
  return [
    ...keystrokes("20,000 lines in many documents", ours, 75),
    shown(`  the same: ${YAML.name}`, told(theirs)),
    ...memoryFigures(ours.memory),
  ];
}

function memoryFigures(memory: number | undefined): readonly Figure[] {
  const name = "  memory of the server with it, after all these edits";
  return memory === undefined
    ? [shown(name, "the system does not tell")]
    : [atMost(name, memory, { limit: 120, unit: " MiB" })];
}

async function dockerfileFigures(): Promise<readonly Figure[]> {
  const text = longDockerfile(300);
  const ours = await typed(OURS, "Dockerfile", text);
  const theirs = await typed(DOCKER, "Dockerfile", text);
  return [
    ...keystrokes("a Dockerfile of 300 lines", ours, 20),
    shown(`  the same: ${DOCKER.name}`, told(theirs)),
  ];
}

/** Milliseconds and MiB. */
interface Typed {
  readonly open: number;
  readonly p50: number;
  readonly p95: number;
  /** CPU time of the server for each keystroke, all its threads: what it costs whatever else the machine does. */
  readonly cpu: number | undefined;
  /** Right after the last keystroke. */
  readonly memory: number | undefined;
}

interface Effort {
  readonly warmUp: number;
  readonly edits: number;
  readonly passes: number;
}

const FULL: Effort = { warmUp: WARM_UP, edits: EDITS, passes: PASSES };

/** A server that waits on purpose makes a run long, and the wait is most of what is measured. */
const SHORT: Effort = { warmUp: 5, edits: 20, passes: 1 };
const FEW: Effort = { warmUp: 2, edits: 8, passes: 1 };

/** Types in a file that is alone in its workspace. The quietest pass counts: another program's turn is in the time too. */
async function typed(
  server: MeasuredServer,
  path: string,
  text: string,
  effort: Effort = FULL,
): Promise<Typed> {
  using workspace = temporaryWorkspace();
  const editor = new Editor(server);
  await editor.start([workspace.uri]);
  const uri = workspace.uriOf(path);
  const open = await editor.open(uri, text);
  await typeSome(editor, uri, effort.warmUp);
  const passes: (readonly number[])[] = [];
  const costs: number[] = [];
  for (let pass = 0; pass < effort.passes; pass += 1) {
    const before = editor.cpu();
    passes.push(await typeSome(editor, uri, effort.edits));
    const after = editor.cpu();
    if (before !== undefined && after !== undefined) costs.push((after - before) / effort.edits);
  }
  const memory = editor.memory();
  const cpu = costs.length === 0 ? undefined : Math.min(...costs);
  await editor.stop();
  const quietest = (share: number): number => Math.min(...passes.map((times) => percentile(times, share)));
  return { open, p50: quietest(0.5), p95: quietest(0.95), cpu, memory };
}

/** A character more at the end of some line's value, or one less, each time elsewhere. */
async function typeSome(editor: Editor, uri: string, edits: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const { text } = editor.process.client.textOf(uri);
    const from = (Math.floor(edit / 2) * 7919 * 31) % text.length;
    const found = Math.max(text.indexOf("name: ", from), text.indexOf("echo ", from));
    const at = text.indexOf("\n", found < 0 ? text.indexOf("name: ") : found);
    const isBack = edit % 2 === 1 && text[at - 1] === "x";
    times.push(await (isBack ? editor.type(uri, at - 1, 1, "") : editor.type(uri, at, 0, "x")));
  }
  return times;
}

/** Time by the clock, which is the promise, and the server's CPU time, which a busy machine does not change much. */
function keystrokes(what: string, { open, p50, p95, cpu }: Typed, limit: number): readonly Figure[] {
  return [
    shown(`keystroke to diagnostics, ${what}, p50`, `${p50.toFixed(1)} ms`),
    atMost(`keystroke to diagnostics, ${what}, p95`, p95, budget(limit)),
    cpu === undefined
      ? shown("  CPU time of the server for each", "the system does not tell")
      : atMost("  CPU time of the server for each, all threads", cpu, budget(limit)),
    shown(`  opened to first diagnostics`, `${open.toFixed(0)} ms`),
  ];
}

function budget(limit: number): { readonly limit: number; readonly unit: string } {
  return { limit, unit: " ms" };
}

function told({ p50, p95 }: Typed): string {
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}

/** Stages as people write them. */
function longDockerfile(lines: number): string {
  const stage = (
    number: number,
  ): string => `FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4 AS stage${number}
ARG VERSION=1.${number}
WORKDIR /src/${number}
COPY package.json ./
RUN echo install && \\
    dnf install -y gcc make && \\
    dnf clean all
COPY --chown=1001:1001 . .
RUN echo build ${number} \\
 && make all
ENV STAGE=${number}
USER 1001
`;
  const stages = Array.from({ length: Math.ceil(lines / 12) }, (_, number) => stage(number));
  return stages.join("");
}

const RESOURCES = 4000;
/** Milliseconds between two keystrokes. */
const TYPING_PAUSE = 40;

/** The same beside a workspace of thousands of objects: while it is read, and when an edit changes what its files say of each other. */
async function workspaceFigures(): Promise<readonly Figure[]> {
  using workspace = temporaryWorkspace(workspaceFiles());
  const editor = new Editor(OURS);
  await editor.start([workspace.uri]);
  const uri = pathToFileURL(join(workspace.root, "open.yaml")).href;
  await editor.open(uri, manyDocuments(2000));
  const during: number[] = [];
  const { client } = editor.process;
  const isReady = (): boolean => client.statuses.at(-1)?.state === "ready";
  while (!isReady() && during.length < 2000) {
    during.push(...(await typeSome(editor, uri, 1)));
    // Faster than anybody types, and still at the pace of a person.
    await pause(TYPING_PAUSE);
  }
  await client.ready();
  const edits = await crossFileEdits(editor, workspace.uriOf("apps/21.yaml"));
  const files = client.statuses.at(-1)?.files.total ?? 0;
  await editor.stop();
  const what = `while ${RESOURCES} objects in ${files} files are read`;
  return [
    atMost(`keystroke to diagnostics, 2,000 lines, ${what}, p95`, percentile(during, 0.95), budget(50)),
    shown("  keystrokes meanwhile", String(during.length)),
    ...edits,
  ];
}

/** Renaming what other files speak of, and back: what the server spends on each edit until the findings of all files are told. */
async function crossFileEdits(editor: Editor, uri: string): Promise<readonly Figure[]> {
  const { client } = editor.process;
  const number = 21;
  const label = `  selector: {app.kubernetes.io/name: service-${number}}`;
  const text = `${manifest(number)}---\n${serviceOf(number)}`;
  const selects = (): boolean =>
    client.pushedOf(uri).some(({ code }) => code === "kubernetes/service-selects-pods");
  await client.open(uri, text);
  const times: number[] = [];
  const rounds = 30;
  let cpu: number | undefined;
  for (let round = -10; round < rounds; round += 1) {
    if (round === 0) cpu = editor.cpu();
    const wrong = label.replace(`service-${number}`, "service-none");
    const [from, to] = round % 2 === 0 ? [label, wrong] : [wrong, label];
    const before = performance.now();
    await client.replace(uri, from, to);
    await client.until(() => selects() === (to === wrong));
    if (round >= 0) times.push(performance.now() - before);
  }
  const after = editor.cpu();
  const name = `an edit that changes what ${RESOURCES} objects say of each other`;
  return [
    shown(`${name}, to all findings, p50`, `${percentile(times, 0.5).toFixed(1)} ms`),
    cpu === undefined || after === undefined
      ? shown(`  CPU time of the server for each`, "the system does not tell")
      : atMost(`  CPU time of the server for each, counts and views too`, (after - cpu) / rounds, budget(50)),
  ];
}

function serviceOf(number: number): string {
  return `apiVersion: v1
kind: Service
metadata: {name: service-${number}, namespace: team-${number % NAMESPACES}}
spec:
  selector: {app.kubernetes.io/name: service-${number}}
  ports: [{port: 443, targetPort: 8443}]
`;
}

function workspaceFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let number = 0; number < NAMESPACES; number += 1)
    files[`namespaces/${number}.yaml`] = namespaceObjects(`team-${number}`);
  // Three objects each: a budget for disruptions, a Deployment and a Service.
  for (let number = 0; number < (RESOURCES - 3 * NAMESPACES) / 3; number += 1)
    files[`apps/${number}.yaml`] = `${manifest(number)}---\n${serviceOf(number)}`;
  return files;
}
