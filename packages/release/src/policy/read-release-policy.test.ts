import { describe, expect, it } from "vitest";
import { readReleasePolicy } from "./read-release-policy.ts";
import { DEFAULT_RELEASE_POLICY } from "./release-policy.ts";

const keys = [{ id: "a", pem: "x" }];

describe("a release policy", () => {
  it.each([
    [{}, DEFAULT_RELEASE_POLICY],
    [{ require: ["scan"] }, { ...DEFAULT_RELEASE_POLICY, require: ["scan"] }],
    [
      { scan: { minScanners: 3 } },
      { ...DEFAULT_RELEASE_POLICY, scan: { minScanners: 3, maxDatabaseAgeDays: 5 } },
    ],
    [{ signed: false }, { ...DEFAULT_RELEASE_POLICY, signed: false }],
  ])("%j", (data, policy) => {
    expect(readReleasePolicy(data, "policy.yaml", keys)).toEqual({ ...policy, keys });
  });

  it.each([
    [[], "no mapping"],
    [undefined, "no mapping"],
    [{ requires: ["scan"] }, "requires"],
    [{ require: [] }, '"require"'],
    [{ require: ["luck"] }, '"require.0"'],
    [{ scan: { minScanners: 0 } }, '"scan.minScanners"'],
    [{ signed: "no" }, '"signed"'],
    [{ maxAgeDays: { scan: -1 } }, '"maxAgeDays.scan"'],
    [{ freezes: [{ from: "2026-01-02", until: "2026-01-01", reason: "x" }] }, "does not end after it starts"],
    [{ __proto__: null, keys: [] }, "keys"],
  ])("refuses %j", (data, words) => {
    expect(() => readReleasePolicy(data, "policy.yaml", keys)).toThrow(
      expect.objectContaining({
        code: "release/bad-policy",
        message: expect.stringContaining(words) as string,
      }),
    );
  });
});
