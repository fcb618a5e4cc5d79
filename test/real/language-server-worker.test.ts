import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ScriptedClient, startServer, temporaryWorkspace } from "@plimsoll/language-server/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FOLDER, languageServerPage } from "./browser/language-server-page.ts";
import { launchBrowser } from "./browser/launch.ts";
import { type LocalServer, serve } from "./browser/server.ts";

const DIST = fileURLToPath(new URL("../../packages/language-server/dist/", import.meta.url));
/** What a browser loads before the first finding, in bytes. */
const LARGEST_BUNDLE = 3_000_000;

const DOCKERFILE = `FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:latest
RUN apt-get install -y curl
ADD site.tar.gz /srv/
`;
const FILES: Readonly<Record<string, string>> = {
  Dockerfile: DOCKERFILE,
  "deploy/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: nginx
          securityContext:
            privileged: true
`,
  "deploy/service.yaml": `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: wbe}, ports: [{port: 80, targetPort: 8080}]}
`,
};

const CAPABILITIES = { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } };

interface Client {
  readonly request: (method: string, params: unknown) => Promise<unknown>;
  readonly uriOf: (path: string) => string;
  readonly pushed: (path: string) => Promise<unknown>;
}

/** The same questions to each server; what stands in its answers of its folder is taken out. */
async function ask({ request, uriOf, pushed }: Client, folder: string): Promise<Record<string, unknown>> {
  const textDocument = { uri: uriOf("Dockerfile") };
  const answers: Record<string, unknown> = {};
  for (const path of Object.keys(FILES)) {
    answers[`diagnostics of ${path}`] = await request("textDocument/diagnostic", {
      textDocument: { uri: uriOf(path) },
    });
  }
  answers["pushed"] = await pushed("deploy/service.yaml");
  answers["hover"] = await request("textDocument/hover", {
    textDocument,
    position: { line: 0, character: 60 },
  });
  answers["completion"] = await request("textDocument/completion", {
    textDocument,
    position: { line: 3, character: 0 },
  });
  answers["fix all"] = await request("plimsoll/fixAllOfRule", { uri: uriOf("deploy/web.yaml") });
  answers["actions"] = await request("textDocument/codeAction", {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
    context: { diagnostics: [] },
  });
  const text = JSON.stringify(answers).replaceAll(folder, "folder:");
  const plain: Record<string, unknown> = JSON.parse(text.replaceAll(/"resultId":"[^"]*"/gu, '"resultId":""'));
  return plain;
}

async function askInBrowser(page: Page): Promise<Record<string, unknown>> {
  const call = (name: string, argument: unknown): Promise<unknown> =>
    page.evaluate(`window.${name}(${JSON.stringify(argument)})`);
  const request = (method: string, params: unknown): Promise<unknown> => call("request", { method, params });
  await request("initialize", {
    processId: null,
    rootUri: null,
    capabilities: CAPABILITIES,
    workspaceFolders: [{ uri: FOLDER, name: "folder" }],
    initializationOptions: { clientFiles: true },
  });
  await call("notify", { method: "initialized", params: {} });
  const uriOf = (path: string): string => `${FOLDER}/${path}`;
  for (const [path, text] of Object.entries(FILES)) {
    const textDocument = { uri: uriOf(path), languageId: languageOf(path), version: 1, text };
    await call("notify", { method: "textDocument/didOpen", params: { textDocument } });
  }
  await page.evaluate("window.ready()");
  return ask({ request, uriOf, pushed: (path) => call("pushed", uriOf(path)) }, FOLDER);
}

async function askOverStdio(client: ScriptedClient, root: string): Promise<Record<string, unknown>> {
  await client.start({ folders: [root], capabilities: CAPABILITIES });
  const uriOf = (path: string): string => `${root}/${path}`;
  for (const [path, text] of Object.entries(FILES)) await client.open(uriOf(path), text, languageOf(path));
  await client.ready();
  const request = (method: string, params: unknown): Promise<unknown> =>
    client.connection.sendRequest(method, params);
  const pushed = async (path: string): Promise<unknown> => {
    await client.until(() => client.pushed.has(uriOf(path)));
    return client.pushedOf(uriOf(path));
  };
  return ask({ request, uriOf, pushed }, root);
}

function languageOf(path: string): string {
  return path === "Dockerfile" ? "dockerfile" : "yaml";
}

describe("the language server's worker in a real browser", () => {
  const bundle = readFileSync(`${DIST}worker.js`, "utf8");
  let server: LocalServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await serve({
      "/": { type: "text/html", body: languageServerPage },
      "/worker.js": { type: "text/javascript", body: bundle },
      "/files.json": { type: "application/json", body: JSON.stringify(FILES) },
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it("is not larger than a page may load", () => {
    expect(Buffer.byteLength(bundle)).toBeLessThan(LARGEST_BUNDLE);
  });

  it("answers as the server over stdio does, reading through its client, and asks nobody else", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(server.origin);
    await page.waitForFunction("window.started === true");
    const inBrowser = await askInBrowser(page);
    expect(await page.evaluate("window.failures")).toEqual([]);

    using workspace = temporaryWorkspace(FILES);
    const stdio = startServer([process.execPath, `${DIST}plimsoll-language-server.js`, "--stdio"]);
    const overStdio = await askOverStdio(stdio.client, workspace.uri);
    await stdio.client.stop();

    expect(inBrowser).toEqual(overStdio);
    const text = JSON.stringify(inBrowser);
    for (const expected of ["dockerfile/base-image-tag", "kubernetes/service-selects-pods", "privileged"])
      expect(text).toContain(expected);
    expect(inBrowser["hover"]).not.toBeNull();
    expect(inBrowser["fix all"]).not.toBeNull();
    expect(asked.map((url) => url.replace(server.origin, ""))).toEqual(["/", "/files.json", "/worker.js"]);
  });
});
