import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { bundleAction, root } from "../../../../scripts/bundle/bundle-action.ts";
import { DEBIAN_BASE } from "../../../../scripts/real/set-ups/factory-parts.ts";
import { binFolder, GRYPE, SYFT, TRIVY } from "../../../../scripts/real/set-ups/go-tool.ts";
import { VULNERABILITY_DATABASES } from "../../../../scripts/real/set-ups/vulnerability-databases.ts";
import { startRegistry, USER, type RunningRegistry } from "../container-registry.ts";
import { GIT_USER, startGitServer, type GitServer } from "./git-server.ts";
import { startGitHub, type GitHubServer } from "./github-server.ts";
import { runWorkflow, type WorkflowRun } from "./run-workflow.ts";
import { writeStandIns } from "./stand-ins.ts";

const EXAMPLE = join(root, "examples/factory/release");
const EXAMPLE_REGISTRY = "registry.factory.example";
const ACTIONS = ["container-build", "scan", "policy", "promote"] as const;
const WORKFLOW = ".github/workflows/release.yml";

/** What differs from the example as it is. */
export interface Change {
  /** Texts that are replaced in a file of the repository. */
  readonly edits?: readonly (readonly [file: string, from: string, to: string])[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Scripts that stand in front of the tools, by their names. */
  readonly tools?: Readonly<Record<string, string>>;
  /** Who approves; a lead where it is left out. */
  readonly approvals?: readonly string[];
}

/** Everything around a factory, on this machine. */
export class FactorySite {
  readonly folder: string;
  readonly registry: RunningRegistry;
  readonly git: GitServer;
  readonly github: GitHubServer;
  /** Base images by name and digest. */
  readonly bases: Readonly<Record<"hardened" | "stranger" | "bare", string>>;
  readonly #keys: { readonly private: string; readonly public: string };
  readonly #actions: string;

  constructor(parts: SiteParts) {
    this.folder = parts.folder;
    this.registry = parts.registry;
    this.git = parts.git;
    this.github = parts.github;
    this.bases = parts.bases;
    this.#keys = parts.keys;
    this.#actions = parts.actions;
  }

  /** Runs the example's workflow once, in a repository and with a config repository of its own. */
  async run(change: Change = {}): Promise<SiteRun> {
    const place = mkdtempSync(join(this.folder, "case-"));
    const repository = this.#repository(join(place, "tide"), change);
    const config = this.#configRepository(place);
    this.github.approvals = change.approvals ?? ["lead"];
    const artifacts = join(place, "artifacts");
    mkdirSync(artifacts);
    const run = await runWorkflow({
      repository,
      workflow: WORKFLOW,
      folder: place,
      actions: { ...this.#actionFolders(repository), ...writeStandIns(join(place, "stand-ins")) },
      secrets: {
        FACTORY_SIGNING_KEY: this.#keys.private,
        REGISTRY_USERNAME: USER.username,
        REGISTRY_PASSWORD: USER.password,
        CONFIG_TOKEN: GIT_USER.password,
        GITHUB_TOKEN: "ghs_token_of_the_job",
      },
      variables: {
        HARDENED_BASE: this.bases.hardened,
        FACTORY_PUBLIC_KEY: this.#keys.public,
        CONFIG_REPOSITORY: config.url,
        SCANNERS_OFFLINE: "true",
        TRIVY_CACHE_DIR: VULNERABILITY_DATABASES.trivy,
        GRYPE_DB_DIR: VULNERABILITY_DATABASES.grype,
        TOOL_PATH: toolFolders(join(place, "tools"), change.tools ?? {}),
        ...change.variables,
      },
      environment: { GITHUB_API_URL: this.github.url, SUITE_ARTIFACTS: artifacts, ...change.environment },
      home: (home) => this.#prepareHome(home),
    });
    return { ...run, config: config.folder, artifacts };
  }

  async stop(): Promise<void> {
    await Promise.all([this.registry.stop(), this.git.stop(), this.github.stop()]);
  }

  /** The example as a repository of its own, on this machine's registry. */
  #repository(folder: string, change: Change): string {
    cpSync(EXAMPLE, folder, { recursive: true });
    this.#move(folder);
    for (const [file, from, to] of change.edits ?? []) {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(from)) throw new RangeError(`${file} does not hold ${from}`);
      writeFileSync(path, text.replace(from, to));
    }
    return commitAll(folder, "https://github.com/team/tide.git");
  }

  #configRepository(place: string): { readonly folder: string; readonly url: string } {
    const work = join(place, "config");
    mkdirSync(work);
    cpSync(join(EXAMPLE, "deploy"), join(work, "deploy"), { recursive: true });
    this.#move(work);
    commitAll(work);
    const name = `${place.slice(place.lastIndexOf("/") + 1)}/team`;
    const folder = join(this.folder, "git", name, "config.git");
    execFileSync("git", ["clone", "--quiet", "--bare", work, folder], { stdio: "pipe" });
    return { folder, url: `${this.git.url}/${name}/config.git` };
  }

  #move(folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, "utf8");
      if (text.includes(EXAMPLE_REGISTRY))
        writeFileSync(path, text.replaceAll(EXAMPLE_REGISTRY, this.registry.host));
    }
  }

  /** Our actions and our workflow, at the commit that the example pins and at the tag that the workflow names. */
  #actionFolders(repository: string): Readonly<Record<string, string>> {
    const pinned = /factory\.yml@([0-9a-f]{40})/u.exec(readFileSync(join(repository, WORKFLOW), "utf8"))?.[1];
    if (pinned === undefined) throw new RangeError("the example pins no commit");
    return {
      "plimsoll/plimsoll@v1": this.#actions,
      [`plimsoll/plimsoll@${pinned}`]: this.#actions,
    };
  }

  /** skopeo and buildah speak plain HTTP with this machine's registry only where they are told to. */
  #prepareHome(home: string): void {
    const folder = join(home, ".config/containers");
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "registries.conf"),
      `[[registry]]\nlocation = "${this.registry.host}"\ninsecure = true\n`,
    );
  }
}

/** A run and what it left behind. */
export interface SiteRun extends WorkflowRun {
  /** The bare repository of the environment's files. */
  readonly config: string;
  readonly artifacts: string;
}

interface SiteParts {
  readonly folder: string;
  readonly registry: RunningRegistry;
  readonly git: GitServer;
  readonly github: GitHubServer;
  readonly bases: FactorySite["bases"];
  readonly keys: { readonly private: string; readonly public: string };
  readonly actions: string;
}

/** Brings up registry, git, GitHub's interface, base images, keys, and our actions as they are released. */
export async function openSite(folder: string): Promise<FactorySite> {
  const registry = await startRegistry(join(folder, "registry"));
  mkdirSync(join(folder, "git"));
  return new FactorySite({
    folder,
    registry,
    git: await startGitServer(join(folder, "git")),
    github: await startGitHub("staging"),
    bases: {
      hardened: pushBase(folder, `${registry.host}/hardened/debian`, DEBIAN_BASE),
      stranger: pushBase(folder, `${registry.host}/stranger/debian`, DEBIAN_BASE),
      bare: pushBase(folder, `${registry.host}/hardened/bare`, bareFiles(join(folder, "bare"))),
    },
    keys: makeKeys(folder),
    actions: await releaseActions(join(folder, "plimsoll")),
  });
}

/** Our actions with their bundles, as a release holds them. */
async function releaseActions(folder: string): Promise<string> {
  for (const name of ACTIONS) {
    const to = join(folder, "actions", name);
    mkdirSync(to, { recursive: true });
    cpSync(join(root, "actions", name, "action.yml"), join(to, "action.yml"));
    await bundleAction(join(root, "actions", name), join(to, "dist/index.cjs"));
  }
  cpSync(join(root, ".github/workflows/factory.yml"), join(folder, ".github/workflows/factory.yml"));
  return commitAll(folder);
}

/** The same files give the same commit. */
const COMMIT_TIME = "2026-11-01T12:00:00Z";

function commitAll(folder: string, origin?: string): string {
  const env = { ...process.env, GIT_AUTHOR_DATE: COMMIT_TIME, GIT_COMMITTER_DATE: COMMIT_TIME };
  const git = (...args: readonly string[]): void => {
    execFileSync("git", ["-c", "user.name=Suite", "-c", "user.email=suite@example.org", ...args], {
      cwd: folder,
      stdio: "pipe",
      env,
    });
  };
  if (!existsSync(join(folder, ".git"))) git("init", "--quiet", "--initial-branch=main");
  git("add", "--force", ".");
  git("commit", "--quiet", "--message", "One state");
  if (origin !== undefined) git("remote", "add", "origin", origin);
  return folder;
}

/** A system without any record of packages. */
function bareFiles(folder: string): string {
  mkdirSync(join(folder, "bin"), { recursive: true });
  cpSync("/bin/busybox", join(folder, "bin/busybox"));
  mkdirSync(join(folder, "usr/lib"), { recursive: true });
  writeFileSync(join(folder, "usr/lib/os-release"), "NAME=bare\n");
  return folder;
}

/** Pushes files as an image of one layer. Returns name, tag and digest. */
function pushBase(folder: string, name: string, files: string): string {
  const storage = [
    "--root",
    join(folder, "storage"),
    "--runroot",
    join(folder, "storage-run"),
    "--storage-driver",
    "vfs",
  ];
  const buildah = (...args: readonly string[]): string =>
    execFileSync("buildah", [...storage, ...args], { stdio: ["ignore", "pipe", "pipe"] })
      .toString()
      .trim();
  const container = buildah("from", "scratch");
  buildah("copy", "--quiet", container, `${files}/`, "/");
  buildah(
    "commit",
    "--quiet",
    "--timestamp",
    "0",
    "--omit-history",
    "--format",
    "oci",
    container,
    `${name}:1`,
  );
  buildah("rm", container);
  const file = join(folder, "digest");
  const login = `${USER.username}:${USER.password}`;
  buildah("push", "--quiet", "--tls-verify=false", "--creds", login, "--digestfile", file, `${name}:1`);
  return `${name}:1@${readFileSync(file, "utf8").trim()}`;
}

function makeKeys(folder: string): { readonly private: string; readonly public: string } {
  const path = join(folder, "key");
  const openssl = (...args: readonly string[]): Buffer => execFileSync("openssl", args, { stdio: "pipe" });
  openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path);
  return { private: readFileSync(path, "utf8"), public: openssl("pkey", "-in", path, "-pubout").toString() };
}

/** Folders of the real tools, and in front of them scripts of a test. */
function toolFolders(folder: string, tools: Readonly<Record<string, string>>): string {
  mkdirSync(folder);
  for (const [name, script] of Object.entries(tools))
    writeFileSync(join(folder, name), script, { mode: 0o755 });
  return [folder, ...[TRIVY, GRYPE, SYFT].map(binFolder)].join(",");
}
