import { describe, expect, it } from "vitest";
import { rule as cleaned } from "../dockerfile/package-cache-cleaned/rule.ts";
import { rule as pinned } from "../dockerfile/packages-pinned/rule.ts";
import { aliasesOfManager } from "./aliases.ts";

const MANAGERS = [
  "apt",
  "apk",
  "yum",
  "dnf",
  "microdnf",
  "tdnf",
  "zypper",
  "pip",
  "npm",
  "yarn",
  "gem",
  "go",
] as const;

describe("aliasesOfManager", () => {
  it.each([
    ["pinned", pinned.aliases],
    ["cleaned", cleaned.aliases],
  ] as const)("names every alias of the rule for some package manager: %s", (asked, aliases) => {
    const named = new Set(MANAGERS.flatMap((manager) => aliasesOfManager(aliases, manager, asked)));
    expect(aliases.filter((alias) => !named.has(alias))).toEqual([]);
  });

  it("gives those of one manager, and none where other tools have no check", () => {
    expect(aliasesOfManager(cleaned.aliases, "microdnf", "cleaned")).toEqual([
      "hadolint:DL3040",
      "trivy:DS-0027",
    ]);
    expect(aliasesOfManager(cleaned.aliases, "npm", "cleaned")).toEqual([]);
  });
});
