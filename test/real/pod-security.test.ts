import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { POD_SECURITY_FIXTURES, podSecurityFolder } from "../../scripts/real/set-ups/pod-security.ts";
import { disagreementOn, type PodSecurityCase } from "../corpora/pod-security.ts";

const folder = podSecurityFolder();

function readFixtures(): readonly PodSecurityCase[] {
  if (!existsSync(folder))
    throw new Error(`${folder} is missing: run scripts/real/pod-security-fixtures.mjs`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort()
    .map((path) => {
      const [level = "", version = "", expected] = path.split("/");
      if (expected !== "pass" && expected !== "fail")
        throw new Error(`${path} lies in neither pass nor fail`);
      const minor = Number(version.replace("v1.", ""));
      return { path, text: readFileSync(join(folder, path), "utf8"), level, minor, expected };
    });
}

describe("Pod Security fixtures of Kubernetes v1.0 to v1.37", () => {
  it(`are ${POD_SECURITY_FIXTURES}, and the profiles agree with every one`, () => {
    const fixtures = readFixtures();
    expect(fixtures.length).toBe(POD_SECURITY_FIXTURES);
    expect(new Set(fixtures.map(({ minor }) => minor)).size).toBe(38);
    expect(fixtures.flatMap((one) => disagreementOn(one) ?? [])).toEqual([]);
  });
});
