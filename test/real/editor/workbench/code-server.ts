import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "../../../../scripts/real/set-ups/command.ts";
import { codeServer } from "../../../../scripts/real/set-ups/code-server.ts";

export interface CodeServerOptions {
  /** An empty folder for everything that the run writes. */
  readonly scratch: string;
  /** User settings, over those that make runs comparable. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The packed extension. */
  readonly vsix: string;
  /** Whether folders are asked to be trusted. Default: they all are. */
  readonly workspaceTrust?: boolean;
}

export interface RunningCodeServer {
  readonly port: number;
  readonly origin: string;
  /** The profile's folder. */
  readonly user: string;
  readonly stop: () => Promise<void>;
}

/** Settings that keep the editor from asking, updating or talking. */
const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "editor.wordBasedSuggestions": "off",
  "editor.accessibilitySupport": "off",
  "window.dialogStyle": "custom",
};

const READY_WITHIN = 120_000;

/** Installs the extension into a fresh profile and starts the server. */
export async function startCodeServer(options: CodeServerOptions): Promise<RunningCodeServer> {
  const { scratch, vsix } = options;
  const { node, entry } = codeServer();
  const user = join(scratch, "user");
  const folders = ["--extensions-dir", join(scratch, "extensions"), "--user-data-dir", user];
  const env = environment(scratch);
  writeSettings(user, { ...QUIET, ...options.settings });
  run(node, [entry, "--install-extension", vsix, ...folders, "--config", join(scratch, "config.yaml")], {
    env,
    code: "real/install-extension",
    nextStep: "Pack the extension again.",
    timeout: READY_WITHIN,
  });
  const port = await freePort();
  const log = openSync(join(scratch, "server.log"), "w");
  const args = [
    entry,
    ...["--bind-addr", `127.0.0.1:${port}`, "--auth", "none", "--config", join(scratch, "config.yaml")],
    ...[...folders, "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override"],
    ...(options.workspaceTrust === true ? [] : ["--disable-workspace-trust"]),
  ];
  const child = spawn(node, args, {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", log, log],
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilReady(child, origin);
  return { port, origin, user, stop: () => stop(child) };
}

/** Where the marketplace is off and everything is written below the run's own folder. */
function environment(scratch: string): Record<string, string> {
  const temporary = join(scratch, "tmp");
  mkdirSync(temporary, { recursive: true });
  return {
    EXTENSIONS_GALLERY: "{}",
    XDG_CONFIG_HOME: join(scratch, "config"),
    XDG_DATA_HOME: join(scratch, "data"),
    TMPDIR: temporary,
    // What the suite's own Node was told is not for the editor's.
    NODE_OPTIONS: "",
    VSCODE_IPC_HOOK_CLI: "",
  };
}

function writeSettings(user: string, settings: object): void {
  const folder = join(user, "User");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** Asks until it answers: it has no event to wait for. */
async function waitUntilReady(child: ChildProcess, origin: string): Promise<void> {
  const end = performance.now() + READY_WITHIN;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`code-server ended with ${child.exitCode}`);
    const answer = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await pause(100);
  }
  throw new Error(`code-server did not answer within ${READY_WITHIN} ms`);
}

/** Ends it with all that it started: it leads a process group of its own. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once("exit", resolve);
  });
  process.kill(-child.pid, "SIGTERM");
  const isEnded = await Promise.race([ended.then(() => true), pause(10_000, false)]);
  if (!isEnded) process.kill(-child.pid, "SIGKILL");
}
