import { loadConfiguration } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { beforeAll, describe, expect, it } from "vitest";
import type { FeatureContext } from "../feature-context.ts";
import { completed } from "../testing/completed.ts";
import { featureContext } from "../testing/judged.ts";

let context: FeatureContext;
beforeAll(async () => {
  context = await featureContext();
});

const own = (text: string) => completed("plimsoll.yaml", text, context);
const waivers = (text: string) => completed("plimsoll-waivers.yaml", text, context);

describe("plimsoll.yaml", () => {
  it.each([
    ["a scalar key", "prof‸\n", "profile", "profile: \n"],
    ["a map", "image‸\n", "images", "images:\n  \n"],
    ["a list", "images:\n  trus‸\n", "trusted", "images:\n  trusted:\n    - \n"],
    ["an item that is a map", "overrides:\n  - pa‸\n", "paths", "overrides:\n  - paths:\n      - \n"],
    ["a rule", "rules:\n  dockerfile/user‸\n", "dockerfile/user-set", "rules:\n  dockerfile/user-set: \n"],
    [
      "a rule of an override",
      "overrides:\n  - paths: [a]\n    rules:\n      ‸\n",
      "syntax/yaml-parses",
      "overrides:\n  - paths: [a]\n    rules:\n      syntax/yaml-parses: \n",
    ],
    ["a severity", "rules:\n  dockerfile/user-set: ‸\n", "off", "rules:\n  dockerfile/user-set: off\n"],
    ["a profile", "profile: i‸\n", "il4", "profile: il4\n"],
    ["true or false", "inlineIgnores: ‸\n", "false", "inlineIgnores: false\n"],
    [
      "a check of another tool",
      "checks:\n  hadolint:DL‸\n",
      "hadolint:DL3008",
      "checks:\n  hadolint:DL3008: \n",
    ],
    [
      "a tool category",
      "inventory:\n  tools:\n    - category: ‸\n",
      "sast",
      "inventory:\n  tools:\n    - category: sast\n",
    ],
    [
      "a requirement",
      "inventory:\n  attestations:\n    - requirement: ‸\n",
      "T4-HARDENING",
      "inventory:\n  attestations:\n    - requirement: T4-HARDENING\n",
    ],
    [
      "a source of images",
      "images:\n  trusted:\n    - ‸\n",
      "scratch",
      "images:\n  trusted:\n    - scratch\n",
    ],
    ["a peer tool", "compatibility:\n  - ‸\n", "hadolint", "compatibility:\n  - hadolint\n"],
    ["the first item", "overrides:\n  ‸\n", "- ", "overrides:\n  - \n"],
  ])("%s", (_name, text, label, expected) => {
    expect(own(text).chosen(label)).toBe(expected);
  });

  it("leaves out what is there", () => {
    expect(own("profile: il4\n‸\n").labels).not.toContain("profile");
  });

  it("offers the options of a rule", () => {
    const withOptions = [...ruleSet.rules.values()].find(
      ({ options }) => Object.keys(options ?? {}).length > 0,
    );
    const { labels } = own(`rules:\n  ${withOptions?.id ?? ""}:\n    options:\n      ‸\n`);
    expect(labels).toEqual(Object.keys(withOptions?.options ?? {}).sort());
    const inner = own(`rules:\n  ${withOptions?.id ?? ""}:\n    ‸\n`);
    expect(inner.labels).toEqual(["options", "severity"]);
  });

  it("tells what a rule asks for", () => {
    const item = own("rules:\n  ‸\n").items.find(({ label }) => label === "dockerfile/user-set");
    expect(item?.detail).toBe(ruleSet.rules.get("dockerfile/user-set")?.title);
  });

  it("writes nothing that the configuration would refuse", async () => {
    for (const label of own("profile: ‸\n").labels) {
      const text = own("profile: ‸\n").chosen(label);
      const read = (path: string) => Promise.resolve(path === "plimsoll.yaml" ? text : undefined);
      const loaded = await loadConfiguration({ path: "plimsoll.yaml", read, ruleSet });
      expect(loaded.configuration.profile).toBe(label);
    }
  });

  it.each(["profile: il4 # ‸\n", "nope:\n  ‸\n", "images: {‸}\n"])("offers nothing at %j", (text) => {
    expect(own(text).labels).toEqual([]);
  });
});

describe("a file of waivers", () => {
  it.each([
    ["its key", "‸", "waivers", "waivers:\n  - "],
    ["a key of a record", "waivers:\n  - id: a\n    ru‸\n", "rule", "waivers:\n  - id: a\n    rule: \n"],
    ["a rule", "waivers:\n  - rule: ‸\n", "dockerfile/user-set", "waivers:\n  - rule: dockerfile/user-set\n"],
    ["a category", "waivers:\n  - category: ‸\n", "risk-accepted", "waivers:\n  - category: risk-accepted\n"],
    [
      "a scope",
      "waivers:\n  - scope:\n      pa‸\n",
      "paths",
      "waivers:\n  - scope:\n      paths:\n        - \n",
    ],
  ])("%s", (_name, text, label, expected) => {
    expect(waivers(text).chosen(label)).toBe(expected);
  });

  it("puts what a record must have first", () => {
    const { labels } = waivers("waivers:\n  - id: a\n    ‸\n");
    expect(labels.slice(0, 7).sort()).toEqual(
      ["approver", "category", "created", "expires", "rule", "scope", "statement"].sort(),
    );
  });

  it("is known by the configuration too", async () => {
    const named = await featureContext();
    const configured = {
      ...named,
      configuration: { ...named.configuration, waiverFiles: ["policy/ours.yaml"] },
    };
    expect(completed("policy/ours.yaml", "‸", configured).labels).toContain("waivers");
  });
});
