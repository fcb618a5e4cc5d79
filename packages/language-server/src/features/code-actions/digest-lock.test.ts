import { describe, expect, it } from "vitest";
import { DigestLock } from "./digest-lock.ts";

const A = `sha256:${"a".repeat(64)}`;
const B = `sha256:${"b".repeat(64)}`;

function lockOf(files: Readonly<Record<string, string>>): DigestLock {
  const lock = new DigestLock();
  for (const [path, text] of Object.entries(files)) lock.set(path, text);
  return lock;
}

describe("DigestLock", () => {
  it.each([
    [
      "a Dockerfile",
      { Dockerfile: `# base\nFROM nginx:1.27@${A} AS web\n` },
      [{ digest: A, path: "Dockerfile", line: 2 }],
    ],
    [
      "quotes",
      { "a.yaml": `image: "docker.io/library/nginx:1.27@${A}"\n` },
      [{ digest: A, path: "a.yaml", line: 1 }],
    ],
    ["another tag", { "a.yaml": `image: nginx:1.28@${A}\n` }, []],
    ["no tag", { "a.yaml": `image: nginx@${A}\n` }, []],
    ["a digest that is too short", { "a.yaml": `image: nginx:1.27@sha256:abc\n` }, []],
    ["a digest that is too long", { "a.yaml": `image: nginx:1.27@${A}a\n` }, []],
    [
      "two files that say different things",
      { "b.yaml": `- nginx:1.27@${B}`, "a.yaml": `- nginx:1.27@${A}`, "c.yaml": `- nginx:1.27@${A}` },
      [
        { digest: A, path: "a.yaml", line: 1 },
        { digest: B, path: "b.yaml", line: 1 },
      ],
    ],
  ])("%s", (_name, files, expected) => {
    expect(lockOf(files).find("nginx:1.27")).toEqual(expected);
  });

  it("forgets a file that is read again without it", () => {
    const lock = lockOf({ Dockerfile: `FROM nginx:1.27@${A}\n` });
    lock.set("Dockerfile", "FROM scratch\n");
    expect(lock.find("nginx:1.27")).toEqual([]);
  });

  it.each(["nginx", `nginx:1.27@${A}`, "$BASE", ""])("knows nothing for %j", (reference) => {
    expect(lockOf({ Dockerfile: `FROM nginx:1.27@${A}\n` }).find(reference)).toEqual([]);
  });
});
