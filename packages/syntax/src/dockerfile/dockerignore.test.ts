import { describe, expect, it } from "vitest";
import { parseDockerignore } from "./dockerignore.ts";
import { isDockerfileName, isDockerignoreName } from "./file-name.ts";

describe("isDockerfileName", () => {
  it.each([
    "Dockerfile",
    "a/b/Dockerfile",
    "a\\Dockerfile",
    "dockerfile",
    "Containerfile",
    "Dockerfile.dev",
    "Dockerfile.linux.amd64",
    "app.Dockerfile",
    "app.dockerfile",
    "app.Containerfile",
  ])("takes %s", (path) => {
    expect(isDockerfileName(path)).toBe(true);
  });

  it.each([
    "Dockerfile.md",
    "Dockerfile.dockerignore",
    ".dockerignore",
    "Dockerfile.j2",
    "Dockerfile.dev.md",
    "Dockerfile.",
    ".dockerfile",
    "MyDockerfile",
    "Dockerfile/x.txt",
    "docker-compose.yml",
    "",
  ])("leaves %s", (path) => {
    expect(isDockerfileName(path)).toBe(false);
  });

  it.each([
    [".dockerignore", true],
    ["a/Dockerfile.dev.dockerignore", true],
    [".gitignore", false],
  ])("%s is a .dockerignore: %s", (path, expected) => {
    expect(isDockerignoreName(path)).toBe(expected);
  });
});

describe("parseDockerignore", () => {
  it.each<[string, string, boolean]>([
    ["node_modules", "node_modules", true],
    ["node_modules", "node_modules/a/b", true],
    ["node_modules", "x/node_modules", false],
    ["**/node_modules", "x/y/node_modules/a", true],
    ["**/node_modules", "node_modules", true],
    ["**/node_modules", "xnode_modules", false],
    ["*.md", "a.md", true],
    ["*.md", "a/b.md", false],
    ["**/*.md", "a/b.md", true],
    ["*.md\n!README.md", "README.md", false],
    ["*.md\n!README.md", "a.md", true],
    ["!README.md\n*.md", "README.md", true],
    ["/a/b/", "a/b/c", true],
    ["./a/../b", "b", true],
    ["a?c", "abc", true],
    ["a?c", "a/c", false],
    ["[a-c]x", "bx", true],
    ["[^a-c]x", "bx", false],
    ["a/**", "a/b/c", true],
    ["a/**/z", "a/z", true],
    ["a/**/z", "a/b/c/z", true],
    ["# a\n  b  \r\n", "b", true],
    ["#a", "#a", false],
    ["\\#a", "#a", true],
    [".", "a", false],
    ["**", "a/b", true],
    ["", "a", false],
    ["*\n!keep", "keep/x", false],
    ["\uFEFFa", "a", true],
  ])("%j against %s is %s", (text, path, expected) => {
    expect(parseDockerignore(text).ignores(path)).toBe(expected);
  });

  it("locates rules and malformed ones", () => {
    const text = "a\n  !b/ \n[x\n!\n";
    const { rules, problems } = parseDockerignore(text);
    expect(rules).toEqual([
      { start: 0, end: 1, pattern: "a", negated: false },
      { start: 4, end: 7, pattern: "b", negated: true },
    ]);
    expect(problems.map(({ start, end, code }) => [start, end, code])).toEqual([
      [9, 11, "dockerignore/invalid-pattern"],
      [12, 13, "dockerignore/invalid-pattern"],
    ]);
  });

  it("takes no more than the product of the lengths", () => {
    const file = parseDockerignore(`${"*a".repeat(500)}b`);
    expect(file.ignores("a".repeat(4000))).toBe(false);
  });
});
