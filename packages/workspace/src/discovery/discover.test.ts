import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { execute } from "../process/execute.ts";
import { findExecutable } from "../process/find-executable.ts";
import { temporaryTree, type TemporaryTree } from "../testing/temporary-tree.ts";
import { discoverFiles, type Discovery } from "./discover.ts";

const GIT = findExecutable("git", { path: process.env["PATH"], notInside: "/no/such/folder" });

interface Options {
  readonly paths?: readonly string[];
  readonly git?: boolean;
  readonly changedSince?: string;
  readonly maximumBytes?: number;
}

function discover(tree: TemporaryTree, options: Options = {}): Promise<Discovery> {
  return discoverFiles({
    root: tree.root,
    paths: (options.paths ?? ["."]).map((path) => join(tree.root, path)),
    select: (path) => path.endsWith(".yaml") || path.endsWith("Dockerfile"),
    git: options.git === true ? GIT : undefined,
    execute,
    environment: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
    changedSince: options.changedSince,
    ...(options.maximumBytes === undefined ? {} : { maximumBytes: options.maximumBytes }),
  });
}

const paths = (discovery: Discovery): readonly string[] => discovery.files.map(({ path }) => path);
const codes = (discovery: Discovery): readonly string[] =>
  discovery.notChecked.map(({ file, code }) => `${file ?? ""} ${code}`);

const FILES = {
  Dockerfile: "FROM scratch\n",
  "b.yaml": "b: 1\n",
  "a/a.yaml": "a: 1\n",
  "a/notes.txt": "",
  "build/out.yaml": "",
  "node_modules/x/x.yaml": "",
  "a/node_modules/y/y.yaml": "",
  ".gitignore": "build/\n",
  "a/.gitignore": "*.tmp.yaml\n!keep.tmp.yaml\n",
  "a/x.tmp.yaml": "",
  "a/keep.tmp.yaml": "",
};

describe.each([false, true])("discoverFiles, with git: %s", (git) => {
  const repository = (files: Readonly<Record<string, string>>): TemporaryTree => {
    const tree = temporaryTree(files);
    if (git) tree.git("init", "-q");
    return tree;
  };

  it("lists selected files in the order of their paths, without ignored ones and packages", async () => {
    using tree = repository(FILES);
    expect(paths(await discover(tree, { git }))).toEqual([
      "Dockerfile",
      "a/a.yaml",
      "a/keep.tmp.yaml",
      "b.yaml",
    ]);
  });

  it("starts in the given folders and heeds the .gitignore above them", async () => {
    using tree = repository(FILES);
    expect(paths(await discover(tree, { git, paths: ["a"] }))).toEqual(["a/a.yaml", "a/keep.tmp.yaml"]);
    expect(paths(await discover(tree, { git, paths: ["build"] }))).toEqual([]);
  });

  it("always takes a file that is named, whatever its name, once", async () => {
    using tree = repository(FILES);
    const discovery = await discover(tree, {
      git,
      paths: ["build/out.yaml", "a/notes.txt", "a", "a/a.yaml"],
    });
    expect(paths(discovery)).toEqual(["a/a.yaml", "a/keep.tmp.yaml", "a/notes.txt", "build/out.yaml"]);
    expect(discovery.files.filter(({ named }) => named).map(({ path }) => path)).toEqual([
      "a/a.yaml",
      "a/notes.txt",
      "build/out.yaml",
    ]);
  });

  it("stands hostile names", async () => {
    const names = [
      "-rf.yaml",
      "new\nline.yaml",
      "quote'\".yaml",
      "$(touch x).yaml",
      "ünï 東京 🚢.yaml",
      ":(top)x.yaml",
      "*.yaml",
    ];
    using tree = repository(Object.fromEntries(names.map((name) => [name, ""])));
    const discovery = await discover(tree, { git });
    expect([...paths(discovery)].sort()).toEqual([...names].sort());
    expect(discovery.notChecked).toEqual([]);
  });

  it("takes a folder whose name looks like an option or a pattern", async () => {
    using tree = repository({ "-o/a.yaml": "", "*/b.yaml": "", "c/c.yaml": "" });
    expect(paths(await discover(tree, { git, paths: ["-o", "*"] }))).toEqual(["*/b.yaml", "-o/a.yaml"]);
  });

  it("follows links to files inside the root only, and no link to a folder", async () => {
    using outside = temporaryTree({ "secret.yaml": "", Dockerfile: "" });
    using tree = repository({ "real.txt": "", "seen.yaml": "" });
    const link = (target: string, name: string): void => symlinkSync(target, join(tree.root, name));
    link("real.txt", "linked.yaml");
    link("seen.yaml", "again.yaml");
    link(join(outside.root, "secret.yaml"), "secret.yaml");
    link("nowhere", "broken.yaml");
    link("loop.yaml", "loop.yaml");
    link(".", "folder.yaml");
    link(outside.root, "elsewhere");
    const discovery = await discover(tree, { git });
    expect(paths(discovery)).toEqual(["linked.yaml", "seen.yaml"]);
    expect([...codes(discovery)].sort()).toEqual([
      "broken.yaml file/broken-link",
      "loop.yaml file/broken-link",
      "secret.yaml file/outside-root",
    ]);
  });

  it("names files above the limit", async () => {
    using tree = repository({ "small.yaml": "1234", "large.yaml": "12345" });
    const discovery = await discover(tree, { git, maximumBytes: 4 });
    expect(paths(discovery)).toEqual(["small.yaml"]);
    expect(codes(discovery)).toEqual(["large.yaml file/too-large"]);
  });

  it("refuses a path that does not exist", async () => {
    using tree = repository({});
    await expect(discover(tree, { git, paths: ["absent"] })).rejects.toMatchObject({
      code: "path/not-found",
    });
  });
});

describe("discoverFiles in a git repository", () => {
  it("takes untracked files, and leaves out deleted ones", async () => {
    using tree = temporaryTree({ "kept.yaml": "", "gone.yaml": "" });
    tree.git("init", "-q");
    tree.git("add", ".");
    tree.git("rm", "-q", "--cached", "kept.yaml");
    tree.git("commit", "-qm", "x", "--allow-empty");
    const { rmSync } = await import("node:fs");
    rmSync(join(tree.root, "gone.yaml"));
    const discovery = await discover(tree, { git: true });
    expect(paths(discovery)).toEqual(["kept.yaml"]);
    expect(discovery.notChecked).toEqual([]);
  });

  it("names other repositories inside it", async () => {
    using tree = temporaryTree({ "a.yaml": "", "inner/b.yaml": "" });
    tree.git("init", "-q");
    tree.git("init", "-q", "inner");
    tree.git("-C", "inner", "add", ".");
    tree.git("-C", "inner", "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", "x");
    const discovery = await discover(tree, { git: true });
    expect(paths(discovery)).toEqual(["a.yaml"]);
    expect(codes(discovery)).toEqual(["inner folder/other-repository"]);
  });

  it("runs nothing that the repository's configuration names", async () => {
    using tree = temporaryTree({ "a.yaml": "a: 1\n", ".gitattributes": "*.yaml filter=evil\n" });
    tree.git("init", "-q");
    tree.git("add", ".");
    tree.git("commit", "-qm", "one");
    const evil = `touch ${join(tree.root, "ran")}`;
    for (const [key, value] of [
      ["core.fsmonitor", evil],
      ["filter.evil.clean", evil],
      ["filter.evil.process", evil],
      ["core.sshCommand", evil],
      ["core.pager", evil],
      ["diff.external", evil],
    ]) {
      tree.git("config", key ?? "", value ?? "");
    }
    tree.write({ "a.yaml": "a: 2\n" });
    const discovery = await discover(tree, { git: true, changedSince: "HEAD" });
    expect(paths(discovery)).toEqual(["a.yaml"]);
    expect(discovery.listed).not.toContain("ran");
  });

  it("walks where git cannot list, and says so", async () => {
    using tree = temporaryTree({ "a.yaml": "", ".git": "gitdir: /no/such/place\n" });
    const discovery = await discover(tree, { git: true });
    expect(paths(discovery)).toEqual(["a.yaml"]);
    expect(discovery.notChecked.map(({ code }) => code)).toEqual(["git/not-usable"]);
  });
});

describe("discoverFiles with changedSince", () => {
  function branched(): TemporaryTree {
    const tree = temporaryTree({
      "same.yaml": "a: 1\n",
      "changed.yaml": "a: 1\n",
      "crlf.yaml": "a: 1\nb: 2\n",
      "removed.yaml": "",
    });
    tree.git("init", "-q");
    tree.git("add", ".");
    tree.git("commit", "-qm", "base");
    tree.git("checkout", "-qb", "work");
    tree.git("rm", "-q", "removed.yaml");
    tree.write({ "changed.yaml": "a: 2\n", "committed.yaml": "", "crlf.yaml": "a: 1\r\nb: 2\r\n" });
    tree.git("add", "committed.yaml");
    tree.git("commit", "-qm", "work");
    tree.git("checkout", "-q", "main");
    tree.write({ "later.yaml": "" });
    tree.git("add", "later.yaml");
    tree.git("commit", "-qm", "main goes on");
    tree.git("checkout", "-q", "work");
    tree.write({ "untracked.yaml": "" });
    return tree;
  }

  it("takes what differs from the merge base, and untracked files", async () => {
    using tree = branched();
    const discovery = await discover(tree, { git: true, changedSince: "main" });
    expect(paths(discovery)).toEqual(["changed.yaml", "committed.yaml", "untracked.yaml"]);
  });

  it.each(["no-such-branch", "--output=x", "-x", "", "main..work", "a b", "main\nwork"])(
    "refuses the ref %j",
    async (ref) => {
      using tree = branched();
      await expect(discover(tree, { git: true, changedSince: ref })).rejects.toMatchObject({
        code: "git/unknown-ref",
      });
    },
  );

  it("refuses histories without a common commit", async () => {
    using tree = branched();
    tree.git("checkout", "-q", "--orphan", "island");
    tree.git("commit", "-qm", "island", "--allow-empty");
    await expect(discover(tree, { git: true, changedSince: "main" })).rejects.toMatchObject({
      code: "git/no-merge-base",
    });
  });

  it("refuses a folder that is no repository", async () => {
    using tree = temporaryTree({ "a.yaml": "" });
    await expect(discover(tree, { changedSince: "main" })).rejects.toMatchObject({
      code: "git/not-a-repository",
    });
  });
});

describe("walking without git", () => {
  it("names folders below the deepest level", async () => {
    using tree = temporaryTree();
    mkdirSync(join(tree.root, ...Array.from({ length: 131 }, () => "d")), { recursive: true });
    const discovery = await discover(tree);
    expect(discovery.notChecked.map(({ code }) => code)).toEqual(["folder/too-deep"]);
  });
});
