import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** The login of the registry that asks for one. */
export const USER = { username: "robot", password: "open-sesame" } as const;
/** bcrypt of that password. */
const HASH = "$2b$05$abcdefghijklmnopqrstuutXu9KzOt.1yBoZUeFWoT/914/JfszCO";

/** A registry on this machine, for one suite. */
export interface RunningRegistry {
  /** Host and port. */
  readonly host: string;
  /** Asks it by HTTP, with the login. */
  readonly get: (path: string) => Promise<Response>;
  /** The tags of a repository; none where there is no such repository. */
  readonly tags: (repository: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Starts Debian's docker-registry with a login, in a folder of its own. */
export async function startRegistry(folder: string): Promise<RunningRegistry> {
  mkdirSync(folder, { recursive: true });
  const host = `127.0.0.1:${await freePort()}`;
  const passwords = join(folder, "htpasswd");
  writeFileSync(passwords, `${USER.username}:${HASH}\n`);
  const settings = {
    version: "0.1",
    log: { level: "error" },
    storage: { filesystem: { rootdirectory: join(folder, "storage") }, delete: { enabled: true } },
    http: { addr: host },
    auth: { htpasswd: { realm: "suite", path: passwords } },
  };
  const file = join(folder, "registry.yml");
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(settings));
  const child = spawn("docker-registry", ["serve", file], { stdio: "ignore" });
  const authorization = `Basic ${Buffer.from(`${USER.username}:${USER.password}`).toString("base64")}`;
  const get = (path: string): Promise<Response> =>
    fetch(`http://${host}${path}`, { headers: { authorization } });
  await waitFor(
    () =>
      get("/v2/").then(
        (answer) => answer.ok,
        () => false,
      ),
    child,
  );
  return {
    host,
    get,
    tags: async (repository) => {
      const answer = await get(`/v2/${repository}/tags/list`);
      if (answer.status === 404) return [];
      const { tags }: { readonly tags: readonly string[] | null } = JSON.parse(await answer.text());
      return [...(tags ?? [])].sort();
    },
    stop: () => stop(child),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

const PATIENCE = 30_000;

/** Asks until it is there. */
export async function waitFor(isReady: () => Promise<boolean>, child: ChildProcess): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isReady())) {
    if (performance.now() > end || child.exitCode !== null)
      throw new Error(`${child.spawnfile} does not start`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Stops a server and waits until it is gone. */
export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once("exit", () => resolve());
    child.kill();
  });
}
