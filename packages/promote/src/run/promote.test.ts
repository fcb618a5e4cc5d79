import { describe, expect, it } from "vitest";
import { FakeRepository } from "../testing/fake-repository.ts";
import type { PromotionOrder, PromotionOutcome } from "./order.ts";
import { promote } from "./promote.ts";

const NAME = "registry.example/team/app";
const [A, B, C] = ["a", "b", "c"].map((letter) => `sha256:${letter.repeat(64)}`) as [string, string, string];
const BRANCH = (digest: string): string => `plimsoll/production/${NAME}/${digest.slice(7, 19)}`;
const FILE = "prod/values.yaml";

function values(digest: string, more = ""): string {
  return `image:\n  repository: ${NAME}\n  digest: ${digest}\n${more}`;
}

/** Promotes B where nothing else is said. */
function run(
  repository: FakeRepository,
  order: Partial<PromotionOrder> = {},
  waits: number[] = [],
): Promise<PromotionOutcome> {
  return promote(
    {
      image: { name: NAME, digest: B },
      environment: "production",
      paths: ["prod/"],
      mode: "pull-request",
      base: "main",
      ...order,
    },
    {
      remote: repository.remote,
      host: repository.host,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      random: () => 0.5,
    },
  );
}

describe("a pull request", () => {
  it("is opened on a branch that is named by what it does, and done again changes nothing", async () => {
    const repository = new FakeRepository({ [FILE]: values(A), "dev/values.yaml": values(A) });
    const first = await run(repository, { trailers: [["Plimsoll-Decision", "sha256:1\nEvil: yes"]] });
    expect(first).toMatchObject({ operation: "created", branch: BRANCH(B), attempts: 1, superseded: [] });
    expect(repository.read(BRANCH(B), FILE)).toBe(values(B));
    expect(repository.read(BRANCH(B), "dev/values.yaml")).toBe(values(A));
    expect(repository.read("main", FILE)).toBe(values(A));
    expect(repository.commits.get(first.commit ?? "")?.message).toBe(
      `Promote app bbbbbbbbbbbb to production\n\nPlimsoll-Environment: production\nPlimsoll-Image: ${NAME}\nPlimsoll-Digest: ${B}\nPlimsoll-Previous-Digest: ${A}\nPlimsoll-Decision: sha256:1 Evil: yes\n`,
    );
    expect(repository.open[0]?.body).toContain(`- \`${FILE}\`, \`image.digest\`: \`${A}\``);
    const again = await run(repository);
    expect(again).toMatchObject({ operation: "none", commit: first.commit, pullRequest: { number: 1 } });
    expect(repository.commits.size).toBe(2);
  });

  it("is rebuilt on a base that went on, without losing what others wrote", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    await run(repository);
    repository.write("main", { [FILE]: values(A, "replicas: 3\n") }, "more");
    expect(await run(repository)).toMatchObject({ operation: "updated", pullRequest: { number: 1 } });
    expect(repository.read(BRANCH(B), FILE)).toBe(values(B, "replicas: 3\n"));
  });

  it("does not carry what somebody else put onto its branch", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    await run(repository);
    repository.write(BRANCH(B), { "prod/evil.yaml": "x" }, "evil", repository.branches.get("main"));
    await run(repository);
    expect([repository.read(BRANCH(B), "prod/evil.yaml"), repository.read(BRANCH(B), FILE)]).toEqual([
      undefined,
      values(B),
    ]);
  });

  it("takes the place of older ones of the same image and environment only", async () => {
    const repository = new FakeRepository({ [FILE]: values(A), "dev/values.yaml": values(A) });
    await run(repository);
    await run(repository, { environment: "dev", paths: ["dev/"] });
    const longer = `plimsoll/production/${NAME}/sub/bbbbbbbbbbbb`;
    await repository.host.createPullRequest({ branch: longer, title: "t", body: "b" });
    const newer = await run(repository, { image: { name: NAME, digest: C } });
    expect(newer).toMatchObject({ operation: "created", superseded: [1] });
    expect(repository.comments).toEqual([`#1: Superseded by #${newer.pullRequest?.number}.`]);
    expect(repository.branches.has(BRANCH(B))).toBe(false);
    expect(repository.open.map(({ branch }) => branch)).toEqual([
      `plimsoll/dev/${NAME}/bbbbbbbbbbbb`,
      longer,
      BRANCH(C),
    ]);
    const kept = new FakeRepository({ [FILE]: values(A) });
    await run(kept);
    expect(await run(kept, { image: { name: NAME, digest: C }, supersede: false })).toMatchObject({
      superseded: [],
    });
    expect(kept.open.length).toBe(2);
  });

  it("is not closed in favour of an older one", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    await run(repository);
    await run(repository, { image: { name: NAME, digest: C }, supersede: false });
    expect(await run(repository)).toMatchObject({ operation: "none", superseded: [] });
    expect(repository.open.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("is closed where the base has the digest by now", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    await run(repository);
    repository.write("main", { [FILE]: values(B) }, "by hand");
    expect(await run(repository)).toMatchObject({ operation: "closed" });
    expect([repository.open, repository.comments]).toEqual([[], ["#1: main pins this digest already."]]);
    expect(repository.branches.has(BRANCH(B))).toBe(false);
    expect(await run(repository)).toMatchObject({ operation: "none" });
  });

  it("says that checks hang where the workflow's own token opened it", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    repository.author = "github-actions[bot]";
    expect((await run(repository)).plan.notes.map(({ code }) => code)).toEqual(["promote/default-token"]);
  });

  it("that somebody else opens at the same moment is found", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    const { host } = repository;
    let isFirst = true;
    const late = {
      ...host,
      listPullRequests: (prefix: string) => {
        if (!isFirst) return host.listPullRequests(prefix);
        isFirst = false;
        return Promise.resolve([]);
      },
    };
    await host.createPullRequest({ branch: BRANCH(B), title: "t", body: "b" });
    const outcome = await promote(
      {
        image: { name: NAME, digest: B },
        environment: "production",
        paths: ["**"],
        mode: "pull-request",
        base: "main",
      },
      { remote: repository.remote, host: late, wait: () => Promise.resolve(), random: () => 0 },
    );
    expect(outcome).toMatchObject({ operation: "updated", pullRequest: { number: 1 } });
  });

  it("cannot be opened without a server that has them", async () => {
    const { remote } = new FakeRepository({ [FILE]: values(A) });
    const order = {
      image: { name: NAME, digest: B },
      environment: "p",
      paths: ["**"],
      mode: "pull-request",
      base: "main",
    } as const;
    await expect(
      promote(order, { remote, wait: () => Promise.resolve(), random: () => 0 }),
    ).rejects.toMatchObject({ code: "promote/no-host" });
  });
});

describe("a race", () => {
  it("is run again against the new base, and everybody's change stays", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    let others = 2;
    repository.beforeCommit = () => {
      if (others === 0) return;
      others -= 1;
      repository.write("main", { [FILE]: values(A, `other: ${others}\n`) }, "other");
    };
    const waits: number[] = [];
    const outcome = await run(repository, { mode: "commit" }, waits);
    expect(outcome).toMatchObject({ operation: "committed", attempts: 3 });
    expect(repository.read("main", FILE)).toBe(values(B, "other: 0\n"));
    expect(waits).toEqual([250, 500]);
  });

  it("that is lost each time ends", async () => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    let count = 0;
    repository.beforeCommit = () => {
      count += 1;
      repository.write("main", { x: String(count) }, "other");
    };
    await expect(run(repository, { mode: "commit", maximumAttempts: 3 })).rejects.toMatchObject({
      code: "promote/raced",
    });
    expect(count).toBe(3);
  });

  it("between many promotions of many images loses none", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `registry.example/app${index}`);
    const text = (digest: string): string =>
      names.map((name, index) => `i${index}: {repository: ${name}, digest: ${digest}}\n`).join("");
    const repository = new FakeRepository({ [FILE]: text(A) });
    const image = (name: string): PromotionOrder["image"] => ({ name, digest: B });
    await Promise.all(
      names.map((name) => run(repository, { image: image(name), mode: "commit", maximumAttempts: 20 })),
    );
    expect(repository.read("main", FILE)).toBe(text(B));
    expect(repository.commits.size).toBe(9);
  });
});

describe("other ways", () => {
  it.each([
    ["branch", "pushed"],
    ["commit", "committed"],
  ] as const)("%s", async (mode, operation) => {
    const repository = new FakeRepository({ [FILE]: values(A) });
    expect(await run(repository, { mode })).toMatchObject({ operation });
    expect(repository.read(mode === "commit" ? "main" : BRANCH(B), FILE)).toBe(values(B));
    expect(repository.open).toEqual([]);
    expect(await run(repository, { mode })).toMatchObject({ operation: "none" });
  });

  it("only files of the selection and of named places are looked at", async () => {
    const repository = new FakeRepository({
      [FILE]: values(A),
      "prod/readme.md": NAME,
      "other.yaml": `x: ${A}\n`,
    });
    const outcome = await run(repository, { mode: "commit", places: ["other.yaml#x"] });
    expect(outcome.plan.files.map(({ path }) => path)).toEqual(["other.yaml"]);
  });

  it("what is refused changes nothing", async () => {
    const repository = new FakeRepository({ [FILE]: "image: {repository: other}\n" });
    const outcome = await run(repository);
    expect(outcome).toMatchObject({
      operation: "refused",
      plan: { refusals: [{ code: "promote/no-place" }] },
    });
    expect([repository.commits.size, repository.branches.size]).toEqual([1, 1]);
  });

  it.each(["", "a\nb", "x".repeat(101)])("%j is no environment", async (environment) => {
    await expect(run(new FakeRepository({}), { environment })).rejects.toMatchObject({
      code: "promote/bad-environment",
    });
  });
});

describe("a digest that ran before", () => {
  /** A ran first, then B, by commits that say so or do not. */
  function past(message: string): FakeRepository {
    const repository = new FakeRepository({ [FILE]: values(A) });
    repository.write("main", { [FILE]: values(B) }, message);
    return repository;
  }
  const back = { image: { name: NAME, digest: A }, mode: "commit" } as const;

  it("is refused, whoever wrote it", async () => {
    const outcome = await run(past("by hand"), back);
    expect(outcome).toMatchObject({
      operation: "refused",
      plan: { files: [], diff: "", refusals: [{ code: "promote/rollback" }] },
    });
  });

  it("is refused by what promotions recorded, also where the files do not show it any more", async () => {
    const repository = new FakeRepository({ [FILE]: values(C) });
    const record = (image: string, environment: string): string =>
      `x\n\nPlimsoll-Environment: ${environment}\nPlimsoll-Image: ${image}\nPlimsoll-Digest: ${C}\nPlimsoll-Previous-Digest: ${A}`;
    repository.write("main", { [FILE]: values(C, "a: 1\n") }, record("other", "production"));
    repository.write("main", { [FILE]: values(C, "a: 2\n") }, record(NAME, "dev"));
    expect(await run(repository, { ...back, mode: "pull-request" })).toMatchObject({ operation: "created" });
    repository.write("main", { [FILE]: values(C, "a: 3\n") }, record(NAME, "production"));
    expect(await run(repository, back)).toMatchObject({ operation: "refused" });
  });

  it("comes again where that is allowed, and the plan says so", async () => {
    const repository = past("by hand");
    const outcome = await run(repository, { ...back, allowRollback: true });
    expect(outcome).toMatchObject({
      operation: "committed",
      plan: { notes: [{ code: "promote/rollback" }] },
    });
    expect(repository.read("main", FILE)).toBe(values(A));
  });
});
