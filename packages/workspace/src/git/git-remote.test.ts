import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { GitRemote } from "@plimsoll/core/promotion";
import { describe, expect, it } from "vitest";
import { execute } from "../process/execute.ts";
import { findExecutable } from "../process/find-executable.ts";
import { openGitRemote } from "./git-remote.ts";
import { GitHttpServer } from "../testing/git-http-server.ts";
import { remoteAddress } from "./remote-address.ts";

const GIT = findExecutable("git", { path: process.env["PATH"], notInside: "/no/folder" });

/** A server's repository with one commit, and what is needed to write to it beside us. */
class Server {
  readonly root = mkdtempSync(join(tmpdir(), "plimsoll-git-"));
  readonly bare = join(this.root, "server.git");
  readonly work = join(this.root, "work");
  #clones = 0;

  constructor(files: Readonly<Record<string, string | Buffer>>) {
    this.git(this.root, "init", "--quiet", "--bare", "--initial-branch=main", this.bare);
    this.git(this.root, "clone", "--quiet", this.bare, this.work);
    this.git(this.work, "checkout", "--quiet", "-b", "main");
    this.write(files, "first");
  }

  git(cwd: string, ...args: string[]): string {
    const environment = { PATH: process.env["PATH"], HOME: this.root, GIT_CONFIG_NOSYSTEM: "1" };
    const identity = ["-c", "user.name=t", "-c", "user.email=t@e", "-c", "commit.gpgSign=false"];
    return execFileSync("git", [...identity, ...args], {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "ignore"],
    }).toString();
  }

  /** Commits files to the base as another writer. */
  write(files: Readonly<Record<string, string | Buffer>>, message: string): string {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.work, path)), { recursive: true });
      writeFileSync(join(this.work, path), content);
    }
    this.git(this.work, "add", "--all");
    this.git(this.work, "commit", "--quiet", "-m", message);
    this.git(this.work, "push", "--quiet", "origin", "main");
    return this.git(this.work, "rev-parse", "HEAD").trim();
  }

  /** The content of a file of a branch on the server. */
  show(branch: string, path: string): string {
    return this.git(this.bare, "show", `${branch}:${path}`);
  }

  /** The repository as we see it: by its path, or over HTTP. */
  open(url: string = this.bare, password?: string): Promise<GitRemote> {
    this.#clones += 1;
    return openGitRemote({
      address: remoteAddress(url),
      credentials: password === undefined ? undefined : { username: "git", password },
      base: "main",
      folder: join(this.root, `clone${this.#clones}`),
      command: GIT ?? "",
      execute,
      environment: { PATH: process.env["PATH"], HOME: this.root, SECRET: "x" },
      committer: { name: "Plimsoll", email: "plimsoll@example", now: () => 1_700_000_000_000 },
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function server(files: Readonly<Record<string, string | Buffer>> = { "a.yaml": "a: 1\n" }): Server {
  const made = new Server(files);
  return made;
}

describe.skipIf(GIT === undefined)("plain git", () => {
  it("reads files byte for byte and says what is no text", async () => {
    using host = server({
      "a.yaml": "\uFEFFa: 1\r\n# ü\r\n",
      "sub/b.yaml": "b",
      "c.yaml": Buffer.from([0xff, 0xfe]),
      "big.yaml": "x".repeat(9 * 1024 * 1024),
    });
    symlinkSync("/etc/passwd", join(host.work, "link.yaml"));
    host.write({}, "link");
    const remote = await host.open();
    const base = await remote.fetchBase();
    expect(await remote.listFiles(base)).toEqual(["a.yaml", "big.yaml", "c.yaml", "link.yaml", "sub/b.yaml"]);
    const files = await remote.readFiles(base, [
      "sub/b.yaml",
      "a.yaml",
      "none",
      "c.yaml",
      "link.yaml",
      "big.yaml",
    ]);
    expect(files).toEqual([
      { path: "sub/b.yaml", text: "b" },
      { path: "a.yaml", text: "\uFEFFa: 1\r\n# ü\r\n" },
      { path: "c.yaml", unreadable: "is not UTF-8" },
      { path: "link.yaml", unreadable: "is a symbolic link" },
      { path: "big.yaml", unreadable: "is larger than 8 MiB" },
    ]);
  });

  it("commits to a new branch, keeps modes and other files, and the same commit is the same id", async () => {
    using host = server({ "a.yaml": "a: 1\n", "run.sh": "x" });
    chmodSync(join(host.work, "run.sh"), 0o755);
    host.write({}, "mode");
    const remote = await host.open();
    const parent = await remote.fetchBase();
    const request = {
      branch: "plimsoll/p/app/0123456789ab",
      parent,
      expectedTip: undefined,
      files: [{ path: "run.sh", text: "y\r\n" }],
      message: "Promote\n\nKey: value\n",
    };
    const made = await remote.commit(request);
    expect(made.kind).toBe("committed");
    const tip = await remote.readBranch(request.branch);
    expect(tip).toEqual({ commit: made.kind === "committed" ? made.commit : "", parents: [parent] });
    expect(host.show(request.branch, "run.sh")).toBe("y\r\n");
    expect(host.show(request.branch, "a.yaml")).toBe("a: 1\n");
    expect(host.git(host.bare, "ls-tree", request.branch, "run.sh")).toContain("100755");
    expect(await remote.changedPaths(parent, tip?.commit ?? "")).toEqual(["run.sh"]);
    const other = await host.open();
    await other.fetchBase();
    expect(await other.commit({ ...request, branch: "again" })).toEqual(made);
  });

  it("changes a branch only where it is what it was", async () => {
    using host = server();
    const [one, other] = [await host.open(), await host.open()];
    const base = await one.fetchBase();
    await other.fetchBase();
    const request = { branch: "main", parent: base, expectedTip: base, message: "m" };
    const first = await one.commit({ ...request, files: [{ path: "a.yaml", text: "one" }] });
    const second = await other.commit({ ...request, files: [{ path: "a.yaml", text: "other" }] });
    expect([first.kind, second]).toEqual(["committed", { kind: "moved" }]);
    expect(host.show("main", "a.yaml")).toBe("one");
    const absent = { ...request, branch: "b", expectedTip: undefined };
    expect((await one.commit({ ...absent, files: [{ path: "a.yaml", text: "1" }] })).kind).toBe("committed");
    expect(await other.commit({ ...absent, files: [{ path: "a.yaml", text: "2" }] })).toEqual({
      kind: "moved",
    });
    expect(await other.commit({ ...absent, branch: "gone", expectedTip: base, files: [] })).toEqual({
      kind: "moved",
    });
  });

  it("sees what others wrote since", async () => {
    using host = server();
    const remote = await host.open();
    const before = await remote.fetchBase();
    const after = host.write({ "b.yaml": "b" }, "second");
    expect(await remote.fetchBase()).toBe(after);
    expect(await remote.changedPaths(before, after)).toEqual(["b.yaml"]);
    expect(await remote.readBranch("nothing")).toBeUndefined();
  });

  it("tells the past of files, newest first", async () => {
    using host = server();
    host.write({ "b.yaml": "b" }, "other");
    const latest = host.write({ "a.yaml": "a: 2\n" }, "second\n\nKey: value");
    const remote = await host.open();
    const past = await remote.history(await remote.fetchBase(), ["a.yaml"], 10);
    expect(past.map(({ message }) => message.trim())).toEqual(["second\n\nKey: value", "first"]);
    expect(past[0]?.commit).toBe(latest);
    expect(await remote.readFiles(past[1]?.commit ?? "", ["a.yaml"])).toEqual([
      { path: "a.yaml", text: "a: 1\n" },
    ]);
    expect(await remote.history(latest, [":(glob)**"], 10)).toEqual([]);
  });

  it("deletes a branch that is where it was seen, and no other", async () => {
    using host = server();
    const remote = await host.open();
    const base = await remote.fetchBase();
    const made = await remote.commit({
      branch: "b",
      parent: base,
      expectedTip: undefined,
      files: [],
      message: "m",
    });
    await remote.deleteBranch("b", base);
    expect((await remote.readBranch("b"))?.commit).toBe(made.kind === "committed" ? made.commit : "");
    await remote.deleteBranch("b", made.kind === "committed" ? made.commit : "");
    expect(await remote.readBranch("b")).toBeUndefined();
    await remote.deleteBranch("b", base);
  });

  it("runs no hooks of ours, and says why a server refuses", async () => {
    using host = server();
    const mark = join(host.root, "ran");
    writeFileSync(join(host.root, ".gitconfig"), `[core]\n\thooksPath = ${host.root}/hooks\n`);
    mkdirSync(join(host.root, "hooks"));
    writeFileSync(join(host.root, "hooks", "pre-push"), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    const remote = await host.open();
    const base = await remote.fetchBase();
    const request = { branch: "b", parent: base, expectedTip: undefined, files: [], message: "m" };
    await remote.commit(request);
    expect(existsSync(mark)).toBe(false);
    writeFileSync(join(host.root, ".gitconfig"), "");
    writeFileSync(join(host.bare, "hooks", "pre-receive"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    await expect(remote.commit({ ...request, branch: "c" })).rejects.toMatchObject({
      code: "git/push-refused",
    });
  });

  it.each<readonly [string, (remote: GitRemote, base: string) => Promise<unknown>]>([
    ["git/bad-branch", (remote) => remote.readBranch("--upload-pack=x")],
    ["git/bad-commit", (remote) => remote.listFiles("--help")],
    ["git/bad-commit", (remote, base) => remote.changedPaths(base, "HEAD")],
    [
      "git/bad-branch",
      (remote, base) =>
        remote.commit({ branch: "a b", parent: base, expectedTip: undefined, files: [], message: "" }),
    ],
  ])("refuses what is no name: %s", async (code, call) => {
    using host = server();
    const remote = await host.open();
    await expect(call(remote, await remote.fetchBase())).rejects.toMatchObject({ code });
  });

  it("says that a branch or a server is not there", async () => {
    using host = server();
    const remote = await host.open();
    host.git(host.bare, "update-ref", "-d", "refs/heads/main");
    await expect(remote.fetchBase()).rejects.toMatchObject({ code: "git/no-base" });
    rmSync(host.bare, { recursive: true });
    await expect(remote.fetchBase()).rejects.toMatchObject({ code: "git/failed" });
  });

  it("speaks HTTP with a password that no command line and no error shows", async () => {
    using host = server();
    host.git(host.bare, "config", "http.receivepack", "true");
    await using http = new GitHttpServer(host.root, "git", "secret");
    const url = `${await http.start()}/server.git`;
    const calls: string[] = [];
    const remote = await openGitRemote({
      address: remoteAddress(url),
      credentials: { username: "git", password: "secret" },
      base: "main",
      folder: join(host.root, "over-http"),
      command: GIT ?? "",
      execute: (execution) => {
        calls.push(execution.args.join(" "));
        return execute(execution);
      },
      environment: { PATH: process.env["PATH"], HOME: host.root },
      committer: { name: "Plimsoll", email: "plimsoll@example", now: () => 1_700_000_000_000 },
    });
    const base = await remote.fetchBase();
    const request = { branch: "main", parent: base, message: "m", files: [{ path: "a.yaml", text: "new" }] };
    expect((await remote.commit({ ...request, expectedTip: base })).kind).toBe("committed");
    expect(host.show("main", "a.yaml")).toBe("new");
    const other = { ...request, expectedTip: base, files: [{ path: "a.yaml", text: "other" }] };
    expect(await remote.commit(other)).toEqual({ kind: "moved" });
    expect(http.refused).toBe(0);
    expect(calls.join("\n")).not.toMatch(/secret|c2VjcmV0|Authorization/u);
    const wrong = await host.open(url, "wrong-password");
    const error: unknown = await wrong.fetchBase().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "git/failed" });
    expect(String(error)).not.toContain("wrong-password");
  });
});
