import { afterEach, describe, expect, it } from "vitest";
import type { CodeAction, Diagnostic, WorkspaceEdit } from "vscode-languageserver-protocol";
import { CODE_ACTION_KINDS } from "../features/code-actions/code-actions.ts";
import { COMPLETION_TRIGGERS } from "../features/completion/completion.ts";
import {
  type Page,
  REQUESTS,
  type WaiveResult,
  type WaiverChoices,
  type WorkspaceFindings,
} from "../protocol.ts";
import {
  clientInProcess,
  type ClientOptions,
  FULL_CLIENT,
  type ScriptedClient,
} from "../testing/scripted-client.ts";
import { temporaryWorkspace, type TemporaryWorkspace } from "../testing/temporary-workspace.ts";

const DOCKERFILE = "FROM nginx:latest\nMAINTAINER me\n";
const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
  ports: [{port: 80}]
`;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - {name: web, image: "example.mil/web:1"}
`;

/** Another workload of the namespace: where there is none, a Service may be meant for one of another repository. */
const OTHER = DEPLOYMENT.replaceAll("web", "other");

const open: ScriptedClient[] = [];

afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

async function started(options: ClientOptions): Promise<ScriptedClient> {
  const client = clientInProcess();
  open.push(client);
  await client.start(options);
  return client;
}

function inWorkspace(
  workspace: TemporaryWorkspace,
  more: Partial<ClientOptions> = {},
): Promise<ScriptedClient> {
  return started({ folders: [workspace.uri], ...more });
}

function codes(items: readonly Diagnostic[]): readonly unknown[] {
  return items.map(({ code }) => code);
}

const SELECTS = "kubernetes/service-selects-pods";

describe("pulled diagnostics", () => {
  it("stand on the exact characters, with severity, source and code", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, DOCKERFILE);
    const found = (await client.items(uri)).find(
      ({ code }) => code === "dockerfile/no-maintainer-instruction",
    );
    expect(found).toMatchObject({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 10 } },
      source: "plimsoll",
      severity: 3,
      tags: [2],
    });
  });

  it("follow an edit at once, and are unchanged where nothing changed", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, DOCKERFILE);
    const first = await client.pull(uri);
    expect((await client.pull(uri, first.resultId)).kind).toBe("unchanged");
    await client.replace(uri, "MAINTAINER me", 'LABEL a="b"');
    const second = await client.pull(uri, first.resultId);
    expect(second.kind).toBe("full");
    expect(codes(await client.items(uri))).not.toContain("dockerfile/no-maintainer-instruction");
  });

  it("are none for a file that is not ours, and for a Helm template", async () => {
    using workspace = temporaryWorkspace({ "chart/Chart.yaml": "name: a\n" });
    const client = await inWorkspace(workspace);
    const [text, template] = [workspace.uriOf("notes.txt"), workspace.uriOf("chart/templates/a.yaml")];
    await client.open(text, "FROM nginx:latest", "plaintext");
    await client.open(template, "a: {{ .Values.b }}\n  c: {{- if }}\n");
    expect([await client.items(text), await client.items(template)]).toEqual([[], []]);
  });

  it("know a file without a name of its own by its language", async () => {
    const client = await started({ folders: [] });
    await client.open("untitled:Untitled-1", DOCKERFILE, "dockerfile");
    expect(codes(await client.items("untitled:Untitled-1"))).toContain(
      "dockerfile/no-maintainer-instruction",
    );
  });

  it("are capped, and the last one tells how many more there are", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace, { settings: () => ({ maximumProblems: 3 }) });
    const uri = workspace.uriOf("deployment.yaml");
    await client.open(uri, DEPLOYMENT);
    const items = await client.items(uri);
    expect(items).toHaveLength(4);
    expect(items.at(-1)).toMatchObject({ code: "file/more-problems", severity: 3 });
    expect(items.slice(0, 3).map(({ severity }) => severity)).toEqual([1, 1, 1]);
  });

  it("can be cancelled, and later ones are answered all the same", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, DOCKERFILE);
    await client.items(uri);
    const { CancellationTokenSource } = await import("vscode-languageserver-protocol");
    const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
    const asked = sources.map(({ token }) =>
      client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, token).then(
        () => "answered",
        (error: unknown) => error,
      ),
    );
    for (const source of sources) source.cancel();
    const outcomes = await Promise.all(asked);
    for (const outcome of outcomes) {
      if (outcome !== "answered") expect(outcome).toMatchObject({ code: -32800 });
    }
    expect(outcomes.some((outcome) => outcome !== "answered")).toBe(true);
    expect((await client.items(uri)).length).toBeGreaterThan(0);
  });
});

describe("a client that does not pull", () => {
  it("is pushed everything, with the version", async () => {
    using workspace = temporaryWorkspace({ "deployment.yaml": DEPLOYMENT });
    const client = await inWorkspace(workspace, { capabilities: {} });
    const uri = workspace.uriOf("service.yaml");
    await client.open(uri, SERVICE.replace("app: web", "app: wrong"));
    await client.until(() => codes(client.pushedOf(uri)).includes(SELECTS));
    const other = workspace.uriOf("Dockerfile");
    await client.open(other, DOCKERFILE);
    await client.until(() => client.pushedOf(other).length > 0);
    await client.replace(other, "MAINTAINER me\n", "");
    await client.until(() => !codes(client.pushedOf(other)).includes("dockerfile/no-maintainer-instruction"));
    expect(client.pushed.get(other)?.version).toBe(2);
    await client.close(other);
    await client.until(() => client.pushedOf(other).length === 0);
  });
});

describe("findings that need other files", () => {
  it("are pushed once all files are known, and follow edits of either file", async () => {
    using workspace = temporaryWorkspace({ "deployment.yaml": DEPLOYMENT, "service.yaml": SERVICE });
    const client = await inWorkspace(workspace);
    const [service, deployment] = [workspace.uriOf("service.yaml"), workspace.uriOf("deployment.yaml")];
    await client.open(service, SERVICE);
    await client.open(deployment, DEPLOYMENT);
    await client.ready();
    expect(codes(client.pushedOf(service))).not.toContain(SELECTS);
    await client.replace(deployment, "labels: {app: web}", "labels: {app: other}");
    await client.until(() => codes(client.pushedOf(service)).includes(SELECTS));
    expect(codes(await client.items(service))).not.toContain(SELECTS);
    await client.replace(service, "selector: {app: web}", "selector: {app: other}");
    await client.until(() => !codes(client.pushedOf(service)).includes(SELECTS));
  });

  it("move with the lines above them", async () => {
    using workspace = temporaryWorkspace({ "other.yaml": OTHER });
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("service.yaml");
    await client.open(uri, SERVICE);
    const line = (): number | undefined =>
      client.pushedOf(uri).find(({ code }) => code === SELECTS)?.range.start.line;
    await client.until(() => line() === 4);
    await client.edit(uri, 0, 0, "# one\n# two\n");
    await client.until(() => line() === 6);
    expect(codes(client.pushedOf(uri)).filter((code) => code === SELECTS)).toHaveLength(1);
  });

  it("follow a closed file that changes on disk, comes and goes", async () => {
    using workspace = temporaryWorkspace({ "deployment.yaml": DEPLOYMENT });
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("service.yaml");
    const deployment = workspace.uriOf("deployment.yaml");
    const isFound = (): boolean => codes(client.pushedOf(uri)).includes(SELECTS);
    await client.open(uri, SERVICE);
    await client.ready();
    expect(isFound()).toBe(false);
    workspace.write("deployment.yaml", DEPLOYMENT.replace("labels: {app: web}", "labels: {app: x}"));
    await client.watch({ uri: deployment, type: 2 });
    await client.until(isFound);
    workspace.write("more/deployment.yaml", DEPLOYMENT.replace("name: web", "name: second"));
    await client.watch({ uri: workspace.uriOf("more/deployment.yaml"), type: 1 });
    await client.until(() => !isFound());
    workspace.remove("more/deployment.yaml");
    await client.watch({ uri: workspace.uriOf("more/deployment.yaml"), type: 3 });
    await client.until(isFound);
  });

  it("are listed for closed files where the setting says so", async () => {
    using workspace = temporaryWorkspace({
      "other.yaml": OTHER,
      "service.yaml": SERVICE,
      Dockerfile: DOCKERFILE,
    });
    const client = await inWorkspace(workspace, { settings: () => ({ problems: "workspace" }) });
    await client.until(() => codes(client.pushedOf(workspace.uriOf("service.yaml"))).includes(SELECTS));
    const uri = workspace.uriOf("Dockerfile");
    expect(codes(client.pushedOf(uri))).toContain("dockerfile/no-maintainer-instruction");
    // What is pulled is not pushed as well.
    await client.open(uri, DOCKERFILE);
    await client.until(() => client.pushedOf(uri).length === 0);
  });

  it("are left out where the workspace is not to be read", async () => {
    using workspace = temporaryWorkspace({ "service.yaml": SERVICE });
    const client = await inWorkspace(workspace, { settings: () => ({ indexWorkspace: false }) });
    const uri = workspace.uriOf("service.yaml");
    await client.open(uri, SERVICE);
    await client.items(uri);
    expect((await client.ready()).files.total).toBe(1);
    expect(codes(client.pushedOf(uri))).not.toContain(SELECTS);
  });
});

const WAIVER = (fingerprint: string): string => `waivers:
  - id: one
    rule: dockerfile/no-maintainer-instruction
    scope: { fingerprint: "${fingerprint}" }
    category: risk-accepted
    statement: It is known
    approver: a
    created: "${today()}"
    expires: "${today()}"
`;

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

describe("configuration and waivers", () => {
  it("hold when they are saved, and are told of while they are typed", async () => {
    using workspace = temporaryWorkspace({ "plimsoll.yaml": "profile: general\n" });
    const client = await inWorkspace(workspace);
    const [uri, file] = [workspace.uriOf("plimsoll.yaml"), workspace.uriOf("Dockerfile")];
    await client.open(file, DOCKERFILE);
    expect(codes(await client.items(file))).toContain("dockerfile/no-maintainer-instruction");
    await client.open(uri, "profile: general\n");
    await client.replace(uri, "general", "generic");
    await client.until(() => codes(client.pushedOf(uri)).includes("config/unknown-profile"));
    expect(client.pushedOf(uri)[0]?.range).toEqual({
      start: { line: 0, character: 9 },
      end: { line: 0, character: 16 },
    });
    const off = "rules:\n  dockerfile/no-maintainer-instruction: off\n";
    await client.replace(uri, "profile: generic\n", off);
    await client.until(() => client.pushedOf(uri).length === 0);
    const before = client.refreshes;
    workspace.write("plimsoll.yaml", off);
    await client.save(uri);
    await client.until(() => client.refreshes > before);
    expect(codes(await client.items(file))).not.toContain("dockerfile/no-maintainer-instruction");
  });

  it("that are wrong leave the last ones in force, and the status says so", async () => {
    using workspace = temporaryWorkspace({ "plimsoll.yaml": "profile: [\n", Dockerfile: DOCKERFILE });
    const client = await inWorkspace(workspace);
    await client.until(() => client.statuses.at(-1)?.state === "error");
    expect(client.statuses.at(-1)?.message).toMatch(/plimsoll\.yaml:/u);
    expect(client.pushedOf(workspace.uriOf("plimsoll.yaml")).length).toBeGreaterThan(0);
  });

  it("excuse a finding, which is then shown as a hint where that is wished", async () => {
    using workspace = temporaryWorkspace({ Dockerfile: DOCKERFILE });
    const client = await inWorkspace(workspace, { settings: () => ({ showWaived: true }) });
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, DOCKERFILE);
    const isMaintainer = ({ code }: Diagnostic): boolean => code === "dockerfile/no-maintainer-instruction";
    const found = (await client.items(uri)).find(isMaintainer);
    const before = client.refreshes;
    workspace.write("plimsoll-waivers.yaml", WAIVER(found?.data.fingerprint));
    await client.watch({ uri: workspace.uriOf("plimsoll-waivers.yaml"), type: 1 });
    await client.until(() => client.refreshes > before);
    const after = (await client.items(uri)).find(isMaintainer);
    expect(after).toMatchObject({ severity: 4, message: expect.stringContaining("It is known") });
  });

  it("report an unused waiver in its file, once all files are known", async () => {
    using workspace = temporaryWorkspace({ "plimsoll-waivers.yaml": WAIVER("0".repeat(32)) });
    const client = await inWorkspace(workspace);
    await client.until(() =>
      codes(client.pushedOf(workspace.uriOf("plimsoll-waivers.yaml"))).includes("waiver/used"),
    );
    expect(client.pushedOf(workspace.uriOf("plimsoll-waivers.yaml"))[0]?.range.start.line).toBe(1);
  });

  it("are written by request", async () => {
    using workspace = temporaryWorkspace({ Dockerfile: DOCKERFILE });
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, DOCKERFILE);
    const found = (await client.items(uri))[0];
    const choices: WaiverChoices = await client.connection.sendRequest(REQUESTS.waiverChoices, { uri });
    expect(choices).toMatchObject({
      today: today(),
      filePath: "plimsoll-waivers.yaml",
      fileUri: workspace.uriOf("plimsoll-waivers.yaml"),
    });
    const params = {
      uri,
      rule: found?.code,
      fingerprint: found?.data.fingerprint,
      category: choices.categories[0]?.id,
      statement: "Known",
      approver: "a",
    };
    const made: WaiveResult = await client.connection.sendRequest(REQUESTS.waive, {
      ...params,
      expires: today(),
    });
    expect(JSON.stringify(made)).toContain("created");
    const refused: WaiveResult = await client.connection.sendRequest(REQUESTS.waive, {
      ...params,
      expires: "2000-01-01",
    });
    expect(refused).toMatchObject({ error: { code: "waivers/ends-too-early" } });
  });
});

describe("reading a workspace of many files", () => {
  it("is shown as progress that ends", async () => {
    const files = Array.from({ length: 60 }, (_, number) => [`${number}.yaml`, SERVICE] as const);
    using workspace = temporaryWorkspace(Object.fromEntries(files));
    const client = clientInProcess();
    open.push(client);
    const kinds: string[] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
      kinds.push(value.kind);
    });
    await client.start({
      folders: [workspace.uri],
      capabilities: { ...FULL_CLIENT, window: { workDoneProgress: true } },
    });
    await client.ready();
    await client.connection.sendRequest(REQUESTS.status, {});
    expect([kinds[0], kinds.at(-1)]).toEqual(["begin", "end"]);
  });
});

describe("several folders", () => {
  it("each have their own configuration, and come and go", async () => {
    using one = temporaryWorkspace({
      "plimsoll.yaml": "rules:\n  dockerfile/no-maintainer-instruction: off\n",
    });
    using two = temporaryWorkspace();
    const client = await started({ folders: [one.uri, two.uri] });
    const [first, second] = [one.uriOf("Dockerfile"), two.uriOf("Dockerfile")];
    await client.open(first, DOCKERFILE);
    await client.open(second, DOCKERFILE);
    expect(codes(await client.items(first))).not.toContain("dockerfile/no-maintainer-instruction");
    expect(codes(await client.items(second))).toContain("dockerfile/no-maintainer-instruction");
    using three = temporaryWorkspace({ "service.yaml": SERVICE, "other.yaml": OTHER });
    const event = { added: [{ uri: three.uri, name: "three" }], removed: [{ uri: two.uri, name: "two" }] };
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
    await client.open(three.uriOf("service.yaml"), SERVICE);
    await client.until(() => codes(client.pushedOf(three.uriOf("service.yaml"))).includes(SELECTS));
    // The file of the folder that went is judged on its own.
    expect(codes(await client.items(second))).toContain("dockerfile/no-maintainer-instruction");
  });

  it("may be a folder inside a repository, whose configuration above counts", async () => {
    using workspace = temporaryWorkspace({
      "plimsoll.yaml": "rules:\n  dockerfile/no-maintainer-instruction: off\n",
      "team/app/Dockerfile": DOCKERFILE,
      "other/service.yaml": SERVICE,
    });
    const client = await started({ folders: [`${workspace.uri}/team`] });
    const uri = workspace.uriOf("team/app/Dockerfile");
    await client.open(uri, DOCKERFILE);
    expect(codes(await client.items(uri))).not.toContain("dockerfile/no-maintainer-instruction");
    expect((await client.ready()).files.total).toBe(1);
  });
});

describe("a folder that only the client can read", () => {
  it("is listed and read by requests", async () => {
    const files = new Map([
      ["vscode-vfs://github/a/b/service.yaml", SERVICE],
      ["vscode-vfs://github/a/b/other.yaml", OTHER],
    ]);
    const client = clientInProcess();
    open.push(client);
    client.connection.onRequest("plimsoll/client/listFiles", () => ({
      files: [...files].map(([uri, text]) => ({ uri, size: text.length })),
      truncated: false,
    }));
    client.connection.onRequest("plimsoll/client/readFile", ({ uri }: { uri: string }): unknown => {
      const text = files.get(uri);
      return text === undefined ? { error: "missing" } : { text };
    });
    await client.start({
      folders: ["vscode-vfs://github/a/b"],
      initializationOptions: { clientFiles: true },
    });
    const uri = "vscode-vfs://github/a/b/service.yaml";
    await client.open(uri, SERVICE);
    await client.until(() => codes(client.pushedOf(uri)).includes(SELECTS));
    expect((await client.ready()).files.total).toBe(2);
  });
});

describe("features over the wire", () => {
  it("offer a fix whose edit is for the present version", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace, { initializationOptions: { clientCommands: true } });
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, "FROM scratch\nRUN apt install -y curl\nMAINTAINER me\n");
    const actions: CodeAction[] = await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ kind }) => kind)).toContain("quickfix");
    expect(actions.flatMap(({ command }) => command?.command ?? [])).toContain("plimsoll.waive");
    const edit: WorkspaceEdit | null = await client.connection.sendRequest(REQUESTS.fixAllOfRule, { uri });
    expect(JSON.stringify(edit ?? {})).toContain('"version":1');
  });

  it("say in a hover what is wrong", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, DOCKERFILE);
    const hover = await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 1, character: 2 },
    });
    expect(JSON.stringify(hover)).toContain("no-maintainer-instruction");
  });

  it("list what a file is made of, and find a stage", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, "FROM scratch AS base\nFROM base\n");
    const textDocument = { uri };
    const symbols = await client.connection.sendRequest("textDocument/documentSymbol", { textDocument });
    expect(JSON.stringify(symbols)).toContain("base");
    const position = { line: 1, character: 6 };
    const place = await client.connection.sendRequest("textDocument/definition", { textDocument, position });
    expect(place).toMatchObject({ uri, range: { start: { line: 0, character: 16 } } });
  });

  it("complete what is typed", async () => {
    using workspace = temporaryWorkspace();
    const client = await inWorkspace(workspace);
    const uri = workspace.uriOf("Dockerfile");
    await client.open(uri, "FROM scratch\nHEAL");
    const list = await client.connection.sendRequest("textDocument/completion", {
      textDocument: { uri },
      position: { line: 1, character: 4 },
    });
    expect(JSON.stringify(list)).toContain("HEALTHCHECK");
  });

  it("ask for completion after the characters that completion names", async () => {
    const client = clientInProcess();
    open.push(client);
    const { capabilities } = await client.start({ folders: [] });
    expect(capabilities.completionProvider?.triggerCharacters).toEqual(COMPLETION_TRIGGERS);
    expect(capabilities.codeActionProvider).toMatchObject({ codeActionKinds: CODE_ACTION_KINDS });
  });

  it("show pages, and nothing for what is unknown", async () => {
    const client = await started({ folders: [] });
    const page = (kind: string, id: string): Promise<Page | null> =>
      client.connection.sendRequest(REQUESTS.page, { kind, id });
    expect(await page("rule", "dockerfile/no-maintainer-instruction")).toMatchObject({
      title: expect.any(String),
      markdown: expect.stringMatching(/^# /u),
    });
    expect((await page("requirement", "T4-HARDENING"))?.markdown).toContain("T4-HARDENING");
    expect(await page("rule", "../../../etc/passwd")).toBeNull();
  });

  it("list the findings of the workspace by requirement", async () => {
    using workspace = temporaryWorkspace({ Dockerfile: DOCKERFILE, "service.yaml": SERVICE });
    const client = await inWorkspace(workspace);
    await client.ready();
    const view: WorkspaceFindings = await client.connection.sendRequest(REQUESTS.workspaceFindings, {});
    expect(view.complete).toBe(true);
    expect(view.tables.map(({ title }) => title)).toContain("Table 5 · Build phase tools");
    expect(view.tables.flatMap(({ rows }) => rows)).toHaveLength(138);
    const uris = view.tables.flatMap(({ rows }) =>
      rows.flatMap(({ findings }) => findings.map(({ uri }) => uri)),
    );
    expect(uris).toContain(workspace.uriOf("Dockerfile"));
    const rows = new Map(view.tables.flatMap((table) => table.rows.map((row) => [row.id, row] as const)));
    expect(rows.get("T4-IMAGE-SELECTION")).toMatchObject({
      verdict: "not-met",
      reason: expect.stringContaining("DF001"),
    });
    expect(rows.get("K8S-RD-4-PHASES")?.verdict).toBe("needs-attestation");
    expect(rows.get("K8S-RD-3.2-OCI")).toMatchObject({
      verdict: "not-checked",
      reason: expect.stringContaining("No folder of evidence was given."),
    });
  });
});
