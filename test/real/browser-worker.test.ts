import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { corporaPresent, corpusNames } from "@plimsoll/testkit/corpus";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAll, type PlainFile } from "../corpora/check-all.ts";
import { everyRuleOn } from "../corpora/configuration.ts";
import { examples } from "../corpora/examples.ts";
import { plainFilesOf } from "../corpora/files.ts";
import { bundleWorker, type WorkerBundle } from "./browser/bundle.ts";
import { launchBrowser } from "./browser/launch.ts";
import { serve, type LocalServer } from "./browser/server.ts";

/** The examples of every rule, and all files of the corpora where they are present. */
function filesToCheck(): readonly PlainFile[] {
  const names = corporaPresent ? [...corpusNames.labelled, ...corpusNames.real] : [];
  return [...examples(), ...names.flatMap(plainFilesOf)];
}

/** The page starts the worker and keeps its answer. */
const page = `<!doctype html><meta charset="utf-8"><title>worker</title><script type="module">
window.answer = new Promise((resolve) => {
  const worker = new Worker("/worker.js", { type: "module" });
  worker.addEventListener("message", ({ data }) => resolve(data));
  worker.addEventListener("error", (event) => resolve({ failure: event.message || "the worker did not start" }));
});
</script>`;

interface Answer {
  readonly results?: string;
  readonly failure?: string;
}

describe("the engine with all rules in a web worker of a real browser", () => {
  const files = filesToCheck();
  let bundle: WorkerBundle;
  let server: LocalServer;
  let browser: Browser;
  let scratch: string;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "plimsoll-browser-"));
    bundle = await bundleWorker();
    server = await serve({
      "/": { type: "text/html", body: page },
      "/worker.js": { type: "text/javascript", body: bundle.text },
      "/files.json": { type: "application/json", body: JSON.stringify(files) },
    });
  });
  afterAll(async () => {
    await server?.close();
    await rm(scratch, { recursive: true, force: true });
  });

  it("is bundled without any part of Node", () => {
    expect(bundle.inputs.filter((input) => input.startsWith("node:"))).toEqual([]);
    expect(bundle.externals).toEqual([]);
  });

  it("finds the same as in Node, byte for byte, and asks nobody but this machine", async () => {
    const netLog = join(scratch, "net-log.json");
    browser = await launchBrowser([`--log-net-log=${netLog}`]);
    const asked: string[] = [];
    let answer: Answer;
    try {
      const context = await browser.newContext();
      context.on("request", (request) => asked.push(request.url()));
      const tab = await context.newPage();
      const failures: string[] = [];
      tab.on("pageerror", (error) => failures.push(error.message));
      await tab.goto(server.origin);
      answer = await tab.evaluate<Answer>("window.answer");
      expect(failures).toEqual([]);
    } finally {
      await browser.close();
    }
    expect(answer.failure).toBeUndefined();
    const inNode = checkAll(createEngine(everyRuleOn(ruleSet)), files);
    expectSameLines(answer.results ?? "", inNode);
    expect(server.requested()).toEqual(["/", "/worker.js", "/files.json"]);
    expect(asked.filter((url) => !url.startsWith(server.origin))).toEqual([]);
    const connected = connections(readFileSync(netLog, "utf8"));
    expect(connected.length).toBeGreaterThan(0);
    expect(connected.filter((address) => address !== server.origin.replace("http://", ""))).toEqual([]);
  });
});

/** Compares file by file, so that a difference names its file. */
function expectSameLines(actual: string, expected: string): void {
  const [ours, theirs] = [actual.split("\n"), expected.split("\n")];
  expect(ours.length).toBe(theirs.length);
  expect(ours.length).toBeGreaterThan(corporaPresent ? 2000 : 0);
  const different = ours.flatMap((line, index) => (line === theirs[index] ? [] : [[line, theirs[index]]]));
  expect(different.slice(0, 1)).toEqual([]);
  expect(actual === expected).toBe(true);
}

/** Addresses that a connection was tried to, from the browser's own record of its network: its own services count too. */
function connections(netLog: string): readonly string[] {
  const log: NetLog = JSON.parse(netLog);
  const { constants, events } = log;
  const attempt = constants.logEventTypes["TCP_CONNECT_ATTEMPT"];
  expect(attempt).toBeTypeOf("number");
  return events.flatMap(({ type, params }) =>
    type === attempt && params?.address !== undefined ? [params.address] : [],
  );
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { readonly address?: string } }[];
}
