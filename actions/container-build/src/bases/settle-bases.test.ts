import { parseDockerfile } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import type { Hardening } from "../hardening/check-dockerfile.ts";
import { type BaseSettings, pinnedText, settleBases } from "./settle-bases.ts";

const A = `sha256:${"a".repeat(64)}`;
const B = `sha256:${"b".repeat(64)}`;

/** A Dockerfile under a policy that trusts `good.example`. */
function hardeningOf(text: string, buildArgs: Readonly<Record<string, string>> = {}): Hardening {
  const file = parseDockerfile(text, { buildArgs: new Map(Object.entries(buildArgs)) });
  const images = { trusted: ["good.example/**"], approvedUntrusted: ["fair.example/**"], mirrors: [] };
  return {
    path: "Dockerfile",
    file,
    configuration: { images },
    findings: [],
    waived: [],
  } as unknown as Hardening;
}

const settings: BaseSettings = { requirePinned: false, frontend: false, resolve: () => Promise.resolve(B) };

async function pin(text: string, more: Partial<BaseSettings> = {}, args = {}): Promise<string> {
  const { bases, problems } = await settleBases(hardeningOf(text, args), { ...settings, ...more });
  expect(problems).toEqual([]);
  return pinnedText(text, bases);
}

describe("each reference becomes name and digest, and no other byte changes", () => {
  it.each<[string, string, string]>([
    ["a pinned one with a tag", `FROM good.example/a:1@${A} AS x\n`, `FROM good.example/a@${A} AS x\n`],
    ["a tag", "from  good.example/a:1 \r\nUSER 1\r\n", `from  good.example/a@${B} \r\nUSER 1\r\n`],
    ["none", "FROM good.example/a", `FROM good.example/a@${B}`],
    ["a variable", "ARG T=1\nFROM good.example/a:${T}\n", `ARG T=1\nFROM good.example/a@${B}\n`],
    [
      "stages, copies and mounts",
      `FROM good.example/a:1 AS a\nFROM scratch\nCOPY --from=a /x /x\nCOPY --from=good.example/b:2 /y /y\nRUN --mount=type=bind,from=good.example/c,target=/c true\n`,
      `FROM good.example/a@${B} AS a\nFROM scratch\nCOPY --from=a /x /x\nCOPY --from=good.example/b@${B} /y /y\nRUN --mount=type=bind,from=good.example/c@${B},target=/c true\n`,
    ],
    [
      "a stage that the result does not need stays",
      "FROM evil.example/x AS unused\nFROM good.example/a\n",
      `FROM evil.example/x AS unused\nFROM good.example/a@${B}\n`,
    ],
  ])("%s", async (_, text, expected) => {
    expect(await pin(text)).toBe(expected);
  });

  it("an argument of the build chooses", async () => {
    expect(await pin("ARG I=evil.example/x\nFROM $I\n", {}, { I: "good.example/y" })).toBe(
      `ARG I=evil.example/x\nFROM good.example/y@${B}\n`,
    );
  });

  it("the frontend counts where the engine obeys it", async () => {
    const text = "# syntax=good.example/front:1\nFROM scratch\n";
    expect(await pin(text)).toBe(text);
    expect(await pin(text, { frontend: true })).toBe(`# syntax=good.example/front@${B}\nFROM scratch\n`);
  });
});

describe("what must not be used", () => {
  it.each<[string, Partial<BaseSettings>, readonly string[]]>([
    ["FROM evil.example/a\n", {}, ['1:6 "evil.example/a" does not come from an approved source.']],
    ["FROM alpine\n", {}, ['1:6 "docker.io/library/alpine" does not come from an approved source.']],
    [
      "FROM good.example/a:1\n",
      { requirePinned: true },
      ['1:6 "good.example/a:1" is not pinned by digest, so nobody knows which image it is.'],
    ],
    ["FROM $A\n", {}, ['1:6 "$A" names no image: A has no value.']],
    [
      "FROM good.example/UPPER\n",
      {},
      ['1:6 "good.example/UPPER" names no image: a repository is lower case.'],
    ],
    [
      "FROM evil.example/a AS a\nFROM good.example/b\nCOPY --from=a /x /x\nCOPY --from=evil.example/c /y /y\n",
      {},
      [
        '1:6 "evil.example/a" does not come from an approved source.',
        '4:13 "evil.example/c" does not come from an approved source.',
      ],
    ],
    [
      "# syntax=evil.example/front\nFROM scratch\n",
      { frontend: true },
      ['1:10 "evil.example/front" does not come from an approved source.'],
    ],
  ])("%s", async (text, more, expected) => {
    const { problems } = await settleBases(hardeningOf(text), { ...settings, ...more });
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(expected);
  });

  it("registries are not asked about images that are not approved", async () => {
    const asked: string[] = [];
    const resolve: BaseSettings["resolve"] = ({ text }) => {
      asked.push(text);
      return Promise.resolve(B);
    };
    await settleBases(hardeningOf("FROM evil.example/a AS a\nFROM fair.example/b\nCOPY --from=a /x /x\n"), {
      ...settings,
      resolve,
    });
    expect(asked).toEqual(["fair.example/b"]);
  });
});
