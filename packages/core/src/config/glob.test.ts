import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { compileGlob, compileGlobs, globProblem } from "./glob.ts";

describe("compileGlob", () => {
  it.each([
    ["deploy/web.yaml", ["deploy/web.yaml"], ["deploy/web.yml", "x/deploy/web.yaml"]],
    ["*.yaml", ["web.yaml", ".yaml"], ["deploy/web.yaml", "web.yml"]],
    ["**/*.yaml", ["web.yaml", "a/b/c.yaml"], ["a/b/c.yml"]],
    ["deploy/**", ["deploy/a", "deploy/a/b", "deploy"], ["deployx/a", "x/deploy/a"]],
    ["deploy/", ["deploy/a", "deploy/a/b"], ["deploy.yaml"]],
    ["./deploy/*", ["deploy/a"], ["deploy/a/b"]],
    ["/deploy/*", ["deploy/a"], ["a/deploy/a"]],
    ["**/test/**/x?.yaml", ["test/x1.yaml", "a/test/b/c/x2.yaml"], ["test/x.yaml", "test/x12.yaml"]],
    ["{a,b}/*.{yaml,yml}", ["a/x.yaml", "b/x.yml"], ["c/x.yaml", "a/x.json"]],
    ["a{,/b}/c", ["a/c", "a/b/c"], ["a/b"]],
    ["{a,{b,c}d}", ["a", "bd", "cd"], ["b", "d"]],
    ["a**b", ["ab", "axxb"], ["a/b"]],
    ["**/a/**/b", ["a/b", "x/a/y/z/b", "a/a/b/b"], ["b", "a"]],
    ["*", ["a"], ["a/b"]],
    ["**", ["a", "a/b"], []],
    ["a*b*c", ["abc", "axbxbxc"], ["abcd", "acb"]],
    ["docs/[draft].md", ["docs/[draft].md"], ["docs/d.md"]],
    ["a+b(1).yaml", ["a+b(1).yaml"], ["aab1.yaml"]],
  ])("%s", (glob, matching, others) => {
    const matches = compileGlob(glob);
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  it.each([
    ["", "is empty"],
    ["./", "is empty"],
    ["a{b", "has a brace without its partner"],
    ["a}b", "has a brace without its partner"],
    ["x".repeat(1001), "is longer than 1000 characters"],
    ["{a,b}".repeat(20), "stands for more than 100 alternatives"],
  ])("%s cannot be compiled", (glob, reason) => {
    expect(globProblem(glob)).toBe(reason);
    expect(() => compileGlob(glob)).toThrow(reason);
  });

  it("does not blow up on stars", () => {
    const matches = compileGlob(`${"*a".repeat(300)}b`);
    const deep = compileGlob(`${"**/a/".repeat(150)}b`);
    const elapsed = startCpuTime();
    expect(matches("a".repeat(4000))).toBe(false);
    expect(deep("a/".repeat(2000))).toBe(false);
    expect(elapsed()).toBeLessThan(500);
  });
});

describe("compileGlobs", () => {
  it("matches where one of them does", () => {
    const matches = compileGlobs(["a.yaml", "deploy/**"]);
    expect(["a.yaml", "deploy/x", "b.yaml"].map(matches)).toEqual([true, true, false]);
    expect(compileGlobs([])("a")).toBe(false);
  });
});
