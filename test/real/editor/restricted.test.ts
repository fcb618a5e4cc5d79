import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./workbench/browser.ts";
import { type RunningCodeServer, startCodeServer } from "./workbench/code-server.ts";
import { packedExtension } from "./workbench/packed-extension.ts";
import { programsOf } from "./workbench/programs.ts";
import { writeShop } from "./workbench/shop.ts";
import { VIEWPORT, Workbench } from "./workbench/workbench.ts";

const EXTENSION = "plimsoll.plimsoll-vscode";

/** A folder that nobody trusts, without a question about it. */
const UNTRUSTED = {
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};

/** Each host with the settings that choose it, and whether the server is then a program of its own. */
const HOSTS = [
  { host: "a web worker", settings: { "remote.extensionKind": { [EXTENSION]: ["web"] } }, programs: 0 },
  { host: "Node", settings: {}, programs: 1 },
] as const;

describe.each(HOSTS)(
  "a folder that is not trusted, with the extension in $host",
  ({ host, settings, programs }) => {
    let scratch: string;
    let server: RunningCodeServer;
    let browser: Browser;
    let workbench: Workbench;

    beforeAll(async () => {
      scratch = mkdtempSync(join(tmpdir(), "plimsoll-restricted-"));
      const folder = writeShop(scratch);
      const vsix = packedExtension();
      const all = { ...UNTRUSTED, ...settings };
      server = await startCodeServer({
        scratch: join(scratch, "run"),
        vsix,
        settings: all,
        workspaceTrust: true,
      });
      browser = await launchBrowser();
      workbench = new Workbench(await browser.newPage({ viewport: VIEWPORT }));
      await workbench.open(server, folder, "Dockerfile");
    });
    afterEach(async ({ task }) => {
      const name = host.replaceAll(" ", "-");
      if (task.result?.state === "fail") await workbench.picture(`failed-restricted-${name}`);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
      rmSync(scratch, { recursive: true, force: true });
    });

    it("is in restricted mode", async () => {
      const status = workbench.page.locator(".statusbar-item", { hasText: "Restricted Mode" });
      await status.waitFor();
      expect(await status.count()).toBe(1);
    });

    it("underlines, explains and mends", async () => {
      expect(await workbench.squiggle("ADD site/", "ADD")).toBe("warning");
      expect(await workbench.hover("USER root", "root", "T4-HARDENING")).toContain(
        "dockerfile/user-not-root",
      );
      await workbench.cursorOn("ADD site/", "ADD");
      await workbench.codeAction("Use COPY");
      await workbench.noSquiggle("COPY site/", "COPY");
    });

    it("reads the other files of the folder", async () => {
      await workbench.openFile("front.yaml");
      expect(await workbench.squiggle("targetPort: https", "https")).toBe("warning");
      await workbench.command("Plimsoll: Show the reference design");
      await workbench.treeRow("Table 4").click();
      await workbench.treeRow("Container hardening").waitFor();
    });

    it("shows pages", async () => {
      await workbench.command("Plimsoll: Open the page of a rule or requirement…");
      await workbench.choose("Which rule or requirement?", "dockerfile/ports-unprivileged");
      const page = await workbench.webview("Exposed ports need no privilege");
      expect(await page.locator("h2").allInnerTexts()).toContain("Why it matters");
    });

    it("runs the server where it should", () => {
      expect(
        programsOf(join(scratch, "run")).filter((line) => line.includes("plimsoll-language-server.js")),
      ).toHaveLength(programs);
    });
  },
);
