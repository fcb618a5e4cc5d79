import { describe, expect, it } from "vitest";
import { branchName, branchPrefix, isBranchOf } from "./branch-name.ts";

const DIGEST = `sha256:0123456789ab${"c".repeat(52)}`;

describe("the name of a branch", () => {
  it.each([
    ["production", "registry.example/team/app", "plimsoll/production/registry.example/team/app/0123456789ab"],
    ["prod/eu west", "localhost:5000/app", "plimsoll/prod%2feu%20west/localhost%3a5000/app/0123456789ab"],
    [".dev.", "a..b/app.lock", "plimsoll/%2edev%2e/a.%2eb/app%2elock/0123456789ab"],
    ["-x~^:?*[\\@{%", "app", "plimsoll/%2dx%7e%5e%3a%3f%2a%5b%5c%40%7b%25/app/0123456789ab"],
    ["ä", "app", "plimsoll/%e4/app/0123456789ab"],
  ])("of %j and %s", (environment, name, expected) => {
    expect(branchName(environment, { name, digest: DIGEST })).toBe(expected);
  });

  it("tells an image from one whose name goes on", () => {
    const prefix = branchPrefix("p", { name: "r/app" });
    expect(isBranchOf("plimsoll/p/r/app/0123456789ab", prefix)).toBe(true);
    expect(isBranchOf("plimsoll/p/r/app/sub/0123456789ab", prefix)).toBe(false);
    expect(isBranchOf("plimsoll/p/r/apple/0123456789ab", prefix)).toBe(false);
  });
});
