import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workbench, type Workbench } from "./testing/command-line.ts";

const OLD = `sha256:${"a".repeat(64)}`;
const NEW = `sha256:${"b".repeat(64)}`;
const NAME = "registry.example/team/app";
const WORDS = ["--image", `${NAME}@${NEW}`, "--environment", "production"] as const;
const KUSTOMIZATION = `# prod\r\nimages:\r\n- name: ${NAME}\r\n  digest: ${OLD} # pinned\r\n`;
const PLAIN = `\uFEFFapiVersion: v1\nkind: Pod\nspec: {containers: [{image: "${NAME}:1@${OLD}"}]}`;

/** The words with the value of each option replaced by the one given, or with the option behind them. */
function withOptions(words: readonly string[], given: readonly string[]): readonly string[] {
  const [name, value] = given;
  const at = name === undefined ? -1 : words.indexOf(name);
  if (at < 0 || value === undefined) return [...words, ...given];
  return words.map((word, index) => (index === at + 1 ? value : word));
}

function bench(): Workbench {
  return workbench({
    "prod/kustomization.yaml": KUSTOMIZATION,
    "prod/pod.yaml": PLAIN,
    "dev/pod.yaml": PLAIN,
    ".git/x.yaml": PLAIN,
  });
}

describe("plimsoll promote plan", () => {
  it("shows the change and makes none", async () => {
    using place = bench();
    const { code, stdout, stderr } = await place.plimsoll("promote", "plan", ...WORDS, "prod");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`-  digest: ${OLD} # pinned`);
    expect(stdout).toContain(
      `Would promote: ${NAME}@${NEW} to production\nFiles: prod/kustomization.yaml, prod/pod.yaml\nReplaces: ${OLD}\n`,
    );
    expect(place.read("prod/kustomization.yaml")).toBe(KUSTOMIZATION);
  });

  it("writes a diff that git applies, and JSON", async () => {
    using place = bench();
    const outputs = ["--output", "x.diff", "--output", "x.json"];
    expect(await place.plimsoll("promote", "plan", ...WORDS, ...outputs, ".")).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    execFileSync("git", ["apply", "--whitespace=nowarn", "x.diff"], { cwd: place.root });
    expect(place.read("prod/kustomization.yaml")).toBe(KUSTOMIZATION.replace(OLD, NEW));
    expect(place.read("dev/pod.yaml")).toBe(PLAIN.replace(OLD, NEW));
    expect(JSON.parse(place.read("x.json"))).toMatchObject({
      kind: "plimsoll-promotion",
      operation: "update",
      previousDigests: [OLD],
      files: [{ path: "dev/pod.yaml" }, { path: "prod/kustomization.yaml" }, { path: "prod/pod.yaml" }],
    });
  });

  it("is refused by name", async () => {
    using place = bench();
    place.write({ "prod/values.yaml": `image: {repository: ${NAME}, tag: v1}\n` });
    const { code, stdout } = await place.plimsoll("promote", "plan", ...WORDS, "prod");
    expect(code).toBe(1);
    expect(stdout).toContain("Refused: ");
    expect(stdout).toContain("prod/values.yaml:1:21 image.repository: ");
    expect(stdout).toContain("(promote/no-digest-field)");
  });

  it("looks for what it is told to", async () => {
    using place = bench();
    const only = await place.plimsoll("promote", "plan", ...WORDS, "--update", "kustomize", "prod");
    expect(only.stdout).toContain("Files: prod/kustomization.yaml\n");
    const named = await place.plimsoll(
      "promote",
      "plan",
      ...WORDS,
      "--place",
      "prod/kustomization.yaml#images[0].digest",
    );
    expect(named.stdout).toContain("Files: prod/kustomization.yaml\n");
    const tagged = await place.plimsoll("promote", "plan", ...WORDS, "--tag", "v2", "prod/pod.yaml");
    expect(tagged.stdout).toContain(`"${NAME}:v2@${NEW}"`);
  });

  it.each([
    [["--image", "app"], "cli/bad-value"],
    [["--environment", ""], "cli/missing-option"],
    [["--update", "helm"], "cli/bad-value"],
    [["--tag", "a b"], "promote/bad-image"],
    [["--other-name", "A/B"], "promote/bad-image"],
    [["--place", "x"], "promote/bad-place"],
    [["none"], "promote/not-read"],
    [[".."], "promote/outside"],
  ])("refuses %j", async (words, code) => {
    using place = bench();
    const outcome = await place.plimsoll("promote", "plan", ...withOptions(WORDS, words));
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain(`(${code})`);
  });
});

describe("plimsoll promote apply", () => {
  it("changes the digest's bytes here, once", async () => {
    using place = bench();
    const { code, stdout } = await place.plimsoll("promote", "apply", ...WORDS, "prod");
    expect([code, stdout.includes("Promoted: ")]).toEqual([0, true]);
    expect(place.read("prod/kustomization.yaml")).toBe(KUSTOMIZATION.replace(OLD, NEW));
    expect(place.read("prod/pod.yaml")).toBe(PLAIN.replace(OLD, NEW));
    expect(place.read("dev/pod.yaml")).toBe(PLAIN);
    const again = await place.plimsoll("promote", "apply", ...WORDS, "prod");
    expect([again.code, again.stdout]).toEqual([
      0,
      `Nothing to do: ${NAME}@${NEW} to production is in place.\n`,
    ]);
  });

  it("follows no links and writes nothing where one place is refused", async () => {
    using place = bench();
    symlinkSync(join(place.root, "dev/pod.yaml"), join(place.root, "prod/link.yaml"));
    const linked = await place.plimsoll("promote", "apply", ...WORDS, "prod");
    expect(linked.stdout).toContain("prod/link.yaml:1:1 The file is a symbolic link. (promote/unreadable)");
    expect(place.read("dev/pod.yaml")).toBe(PLAIN);
    place.write({ "prod/kustomization.yaml": KUSTOMIZATION, "prod/broken.yaml": `a: [${NAME}\n` });
    expect((await place.plimsoll("promote", "apply", ...WORDS, "prod")).code).toBe(1);
    expect(place.read("prod/kustomization.yaml")).toBe(KUSTOMIZATION);
  });

  it.each([["--mode", "commit"], ["--base", "x"], ["--allow-rollback"]])(
    "%s needs a repository",
    async (...words) => {
      using place = bench();
      expect((await place.plimsoll("promote", "apply", ...WORDS, ...words)).stderr).toContain(
        "(cli/missing-option)",
      );
    },
  );
});

describe("plimsoll promote apply --repository", () => {
  /** A server's repository beside the folder, and git in it. */
  function server(place: Workbench): (...args: string[]) => string {
    const git = (...args: string[]): string =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@e", ...args], {
        cwd: place.root,
        env: { PATH: process.env["PATH"], HOME: place.root },
        stdio: ["ignore", "pipe", "ignore"],
      }).toString();
    git("init", "--quiet", "--bare", "--initial-branch=main", "server.git");
    git("clone", "--quiet", "server.git", "work");
    place.write({ "work/prod/kustomization.yaml": KUSTOMIZATION, "work/dev/pod.yaml": PLAIN });
    git("-C", "work", "checkout", "--quiet", "-b", "main");
    git("-C", "work", "add", "--all");
    git("-C", "work", "commit", "--quiet", "-m", "first");
    git("-C", "work", "push", "--quiet", "origin", "main");
    return (...args) => git("-C", "server.git", ...args);
  }

  it("pushes a branch, or to the base, and refuses to go back", async () => {
    using place = workbench();
    const git = server(place);
    const there = [
      "promote",
      "apply",
      "--environment",
      "production",
      "--repository",
      join(place.root, "server.git"),
      "prod/",
    ];
    const branch = `plimsoll/production/${NAME}/bbbbbbbbbbbb`;
    const plan = ["promote", "plan", ...there.slice(2)];
    const planned = await place.plimsoll(...plan, "--image", `${NAME}@${NEW}`, "--format", "json");
    expect([planned.code, planned.stderr]).toEqual([0, ""]);
    expect(JSON.parse(planned.stdout)).toMatchObject({
      operation: "update",
      baseCommit: git("rev-parse", "main").trim(),
    });
    const pushed = await place.plimsoll(...there, "--image", `${NAME}@${NEW}`);
    expect([pushed.code, pushed.stderr]).toEqual([0, ""]);
    expect(pushed.stdout).toContain(`Pushed ${branch}: `);
    expect(git("show", `${branch}:prod/kustomization.yaml`)).toBe(KUSTOMIZATION.replace(OLD, NEW));
    expect(git("show", "main:prod/kustomization.yaml")).toBe(KUSTOMIZATION);
    const again = await place.plimsoll(...there, "--image", `${NAME}@${NEW}`);
    expect(again.stdout).toContain(`Branch ${branch} is in place: `);
    const author = ["--author", "Release Team <release@example.com>"];
    const made = await place.plimsoll(
      ...there,
      "--image",
      `${NAME}@${NEW}`,
      "--mode",
      "commit",
      ...author,
      "--format",
      "json",
    );
    expect(JSON.parse(made.stdout)).toMatchObject({
      result: "committed",
      attempts: 1,
      commit: git("rev-parse", "main").trim(),
    });
    expect(git("show", "main:prod/kustomization.yaml")).toBe(KUSTOMIZATION.replace(OLD, NEW));
    expect(
      git("log", "-1", "--format=%an <%ae>%n%(trailers:key=Plimsoll-Digest,valueonly)", "main").trim(),
    ).toBe(`Release Team <release@example.com>\n${NEW}`);
    const back = await place.plimsoll(...there, "--image", `${NAME}@${OLD}`, "--mode", "commit");
    expect([back.code, back.stdout.includes("(promote/rollback)")]).toEqual([1, true]);
    const wouldGoBack = await place.plimsoll(...plan, "--image", `${NAME}@${OLD}`);
    expect([wouldGoBack.code, wouldGoBack.stdout.includes("(promote/rollback)")]).toEqual([1, true]);
    const allowed = await place.plimsoll(
      ...there,
      "--image",
      `${NAME}@${OLD}`,
      "--mode",
      "commit",
      "--allow-rollback",
    );
    expect(allowed.code).toBe(0);
    expect(git("show", "main:prod/kustomization.yaml")).toBe(KUSTOMIZATION);
  });

  it("loses nothing when several promote at the same moment", async () => {
    using place = workbench();
    const git = server(place);
    const names = ["a", "b", "c", "d"].map((letter) => `registry.example/${letter}`);
    const text = (digest: string): string =>
      names.map((name) => `- {name: ${name}, digest: ${digest}}\n`).join("");
    place.write({ "work/prod/kustomization.yaml": `images:\n${text(OLD)}` });
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@e", "commit", "--quiet", "-am", "four"], {
      cwd: join(place.root, "work"),
    });
    execFileSync("git", ["push", "--quiet", "origin", "main"], { cwd: join(place.root, "work") });
    const there = [
      "--environment",
      "production",
      "--repository",
      join(place.root, "server.git"),
      "--mode",
      "commit",
      "--max-attempts",
      "20",
    ];
    const outcomes = await Promise.all(
      names.map((name) => place.plimsoll("promote", "apply", "--image", `${name}@${NEW}`, ...there, "prod/")),
    );
    expect(outcomes.map(({ code, stderr }) => [code, stderr])).toEqual(names.map(() => [0, ""]));
    expect(git("show", "main:prod/kustomization.yaml")).toBe(`images:\n${text(NEW)}`);
    expect(git("rev-list", "--count", "main").trim()).toBe("6");
  });

  it.each([
    ["an address with a password", ["--repository", "https://u:secret@git.example/x"], "git/bad-url"],
    ["a program as address", ["--repository", "ext::sh -c id"], "git/bad-url"],
    ["a branch that is none", ["--base", "a b"], "git/bad-branch"],
    ["a branch that is not there", ["--base", "other"], "git/no-base"],
    ["an author without address", ["--author", "x"], "cli/bad-value"],
    ["a mode that is none", ["--mode", "merge"], "cli/bad-value"],
  ])("refuses %s", async (_, words, code) => {
    using place = workbench();
    server(place);
    const all = [...WORDS, "--repository", join(place.root, "server.git")];
    const outcome = await place.plimsoll("promote", "apply", ...withOptions(all, words));
    expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
    expect(outcome.stderr).toContain(`(${code})`);
    expect(outcome.stderr).not.toContain("secret");
  });
});
