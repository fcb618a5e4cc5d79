import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMap, isScalar, parseDocument, visit, type YAMLMap } from "yaml";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const OURS = /^plimsoll\/plimsoll\/((?:actions|\.github\/workflows)\/[a-z./-]+)@(?:v\d+|[0-9a-f]{40})$/u;

const actions = readdirSync(join(root, "actions")).filter((name) =>
  existsSync(join(root, "actions", name, "action.yml")),
);

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function mapIn(text: string): YAMLMap {
  const document = parseDocument(text);
  expect(document.errors).toEqual([]);
  if (!isMap(document.contents)) throw new RangeError("it is no map");
  return document.contents;
}

function keysOf(map: unknown): readonly string[] {
  return isMap(map) ? map.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
}

/** What may be given to one of our actions or to our workflow, and what must be. */
function contractOf(path: string): {
  readonly known: ReadonlySet<string>;
  readonly required: readonly string[];
} {
  const isAction = path.startsWith("actions/");
  const map = mapIn(read(isAction ? `${path}/action.yml` : path));
  const place = isAction ? [] : ["on", "workflow_call"];
  const groups = ["inputs", "secrets"].map((name) => map.getIn([...place, name]));
  const required = groups.flatMap((group) =>
    keysOf(group).filter((key) => isMap(group) && group.getIn([key, "required"]) === true),
  );
  return { known: new Set(groups.flatMap(keysOf)), required };
}

/** Every use of something of ours, with what is wrong about it. */
function faultsIn(text: string): readonly string[] {
  const faults: string[] = [];
  let uses = 0;
  visit(parseDocument(text), {
    Map: (_, map) => {
      const path = OURS.exec(String(map.get("uses")))?.[1];
      if (path === undefined) return;
      uses += 1;
      const { known, required } = contractOf(path);
      const given = new Set([...keysOf(map.get("with")), ...keysOf(map.get("secrets"))]);
      for (const key of given) if (!known.has(key)) faults.push(`${path} has no ${key}`);
      for (const key of required) if (!given.has(key)) faults.push(`${path} needs ${key}`);
    },
  });
  return uses === 0 ? ["nothing of ours is used"] : faults;
}

/** Blocks of YAML on a page; those that begin within a list are made a document of their own. */
function blocksOn(page: string): readonly string[] {
  const blocks = read(page).split("```yaml").slice(1);
  return blocks.map((block) => block.slice(block.indexOf("\n") + 1, block.indexOf("```")));
}

describe("what is given to our actions exists, and what they need is given", () => {
  it.each([".github/workflows/factory.yml", "examples/factory/release/.github/workflows/release.yml"])(
    "%s",
    (path) => {
      expect(faultsIn(read(path))).toEqual([]);
    },
  );

  it.each(actions)("the examples of %s", (name) => {
    const blocks = blocksOn(`actions/${name}/README.md`).filter((block) => block.includes("uses: plimsoll/"));
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(faultsIn(block)).toEqual([]);
  });

  it("the guide", () => {
    const blocks = blocksOn("docs/guide/your-first-pipeline.md").filter((block) =>
      block.includes("uses: plimsoll/"),
    );
    expect(blocks.map(faultsIn)).toEqual([[]]);
  });
});

describe("our workflow", () => {
  const jobs = mapIn(read(".github/workflows/factory.yml")).get("jobs");

  it("gives every job its rights one by one, and none by default", () => {
    const map = mapIn(read(".github/workflows/factory.yml"));
    expect(keysOf(map.get("permissions"))).toEqual([]);
    for (const name of keysOf(jobs))
      expect(isMap(jobs) && isMap(jobs.getIn([name, "permissions"])), name).toBe(true);
  });

  it("takes each input that it declares", () => {
    const text = read(".github/workflows/factory.yml");
    const { known } = contractOf(".github/workflows/factory.yml");
    const unused = [...known].filter(
      (name) => !text.includes(`inputs.${name} `) && !text.includes(`secrets.${name} `),
    );
    expect(unused).toEqual([]);
  });

  it("names actions of others by commit", () => {
    const others = [...read(".github/workflows/factory.yml").matchAll(/uses: (\S+)/gu)]
      .map(([, use = ""]) => use)
      .filter((use) => !use.startsWith("plimsoll/"));
    expect(others.filter((use) => !/@[0-9a-f]{40}$/u.test(use))).toEqual([]);
  });
});
