import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type RunningRegistry, startRegistry, USER } from "./container-registry.ts";

/** What a suite about building needs: a registry with an approved base image, keys, and a place for repositories. */
export interface FactoryFloor {
  readonly folder: string;
  readonly registry: RunningRegistry;
  /** Name and digest of the base image. */
  readonly base: string;
  readonly privateKey: string;
  /** Paths of the public key, and of one that belongs to nobody. */
  readonly publicKey: string;
  readonly strangersKey: string;
  /** Makes a repository with one commit. */
  readonly commit: (name: string, files: Readonly<Record<string, string>>) => string;
}

const BASE = `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
`;

/** Prepares all of it in a folder. */
export async function openFactoryFloor(folder: string): Promise<FactoryFloor> {
  const registry = await startRegistry(join(folder, "registry"));
  const base = pushBase(join(folder, "base"), registry.host);
  const makeKey = (name: string): string => {
    const path = join(folder, name);
    execFileSync(
      "openssl",
      ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path],
      { stdio: "pipe" },
    );
    execFileSync("openssl", ["pkey", "-in", path, "-pubout", "-out", `${path}.pub`]);
    return path;
  };
  const key = makeKey("factory-key");
  return {
    folder,
    registry,
    base,
    privateKey: readFileSync(key, "utf8"),
    publicKey: `${key}.pub`,
    strangersKey: `${makeKey("strangers-key")}.pub`,
    commit: (name, files) => commitFiles(join(folder, name), files),
  };
}

function pushBase(folder: string, host: string): string {
  mkdirSync(folder, { recursive: true });
  copyFileSync("/bin/busybox", join(folder, "busybox"));
  writeFileSync(join(folder, "Dockerfile"), BASE);
  const buildah = (...args: readonly string[]): void => {
    const storage = ["--root", join(folder, "root"), "--runroot", join(folder, "run")];
    execFileSync("buildah", [...storage, ...args], { stdio: "pipe" });
  };
  const name = `${host}/base/busybox`;
  buildah(
    "bud",
    "--isolation",
    "chroot",
    "--timestamp",
    "0",
    "--omit-history",
    "--format",
    "oci",
    "-t",
    `${name}:1`,
    folder,
  );
  const file = join(folder, "digest");
  const login = `${USER.username}:${USER.password}`;
  buildah("push", "--tls-verify=false", "--creds", login, "--digestfile", file, `${name}:1`);
  buildah("rmi", "--all", "--force");
  return `${name}:1@${readFileSync(file, "utf8").trim()}`;
}

function commitFiles(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const git = (...args: readonly string[]): void => {
    execFileSync("git", ["-c", "user.name=Suite", "-c", "user.email=suite@example.org", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  };
  if (!existsSync(join(folder, ".git"))) git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "One state");
  return folder;
}

/**
 * Puts a program in front of another that writes down its environment and arguments and then becomes it. Returns the folder to
 * name in `tool-path` and the file that it writes to.
 */
export function watchPrograms(
  folder: string,
  names: readonly string[],
): { readonly tools: string; readonly seen: string } {
  const tools = join(folder, "watched");
  const seen = join(folder, "seen");
  mkdirSync(tools, { recursive: true });
  writeFileSync(seen, "");
  for (const name of names) {
    const real = execFileSync("which", [name]).toString().trim();
    const script = `#!/bin/sh\ntr '\\0' '\\n' < /proc/$$/environ >> ${seen}\nprintf '%s\\n' "$@" >> ${seen}\nexec ${real} "$@"\n`;
    writeFileSync(join(tools, name), script);
    chmodSync(join(tools, name), 0o755);
  }
  return { tools, seen };
}
