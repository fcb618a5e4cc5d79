import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { sampleConfiguration, sampleRule, sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import type { Configuration } from "./configuration.ts";
import { resolveSettings } from "./resolve-settings.ts";

const privileged = "kubernetes/containers-not-privileged";
const memory = "kubernetes/containers-limit-memory";

const defaults = { maximum: 512, exempt: [] };

describe("resolveSettings", () => {
  it.each<[string, Partial<Configuration>, string, { severity: string; options: unknown }]>([
    ["the rule's own", {}, memory, { severity: "warning", options: defaults }],
    [
      "the profile's",
      { profile: "il5" },
      memory,
      { severity: "error", options: { ...defaults, maximum: 256 } },
    ],
    [
      "off where the profile lists only others",
      { profile: "pss-baseline" },
      memory,
      { severity: "off", options: defaults },
    ],
    [
      "on again",
      { profile: "pss-baseline", rules: { [memory]: { severity: "info" } } },
      memory,
      { severity: "info", options: defaults },
    ],
    [
      "options without severity keep the profile's severity",
      { profile: "il5", rules: { [memory]: { options: { exempt: ["a"] } } } },
      memory,
      { severity: "error", options: { maximum: 256, exempt: ["a"] } },
    ],
    [
      "a severity without options keeps the profile's options",
      { profile: "il5", rules: { [memory]: { severity: "info" } } },
      memory,
      { severity: "info", options: { ...defaults, maximum: 256 } },
    ],
    ["off", { rules: { [privileged]: { severity: "off" } } }, privileged, { severity: "off", options: {} }],
  ])("%s", (_name, more, rule, expected) => {
    expect(resolveSettings(sampleConfiguration(more), sampleRuleSet, "a.yaml").get(rule)).toEqual(expected);
  });

  it("lets later overrides win and leaves other paths alone", () => {
    const given = sampleConfiguration({
      overrides: [
        { paths: ["test/**"], rules: { [memory]: { severity: "off" }, [privileged]: { severity: "info" } } },
        {
          paths: ["test/e2e/**", "x.yaml"],
          rules: { [memory]: { severity: "info", options: { maximum: 1 } } },
        },
      ],
    });
    const at = (path: string): unknown => {
      const settings = resolveSettings(given, sampleRuleSet, path);
      return [
        settings.get(memory)?.severity,
        settings.get(memory)?.options["maximum"],
        settings.get(privileged)?.severity,
      ];
    };
    expect(at("a.yaml")).toEqual(["warning", 512, "error"]);
    expect(at("test/a.yaml")).toEqual(["off", 512, "info"]);
    expect(at("test/e2e/a.yaml")).toEqual(["info", 1, "info"]);
    expect(at("x.yaml")).toEqual(["info", 1, "error"]);
  });

  it("resolves once for each combination of overrides", () => {
    const given = sampleConfiguration({
      overrides: [
        { paths: ["a/**"], rules: {} },
        { paths: ["**/x.yaml"], rules: {} },
      ],
    });
    const seen = new Set<unknown>();
    const elapsed = startCpuTime();
    for (let index = 0; index < 100_000; index += 1) {
      seen.add(
        resolveSettings(
          given,
          sampleRuleSet,
          `${index % 2 === 0 ? "a" : "b"}/${index}/${index % 3 === 0 ? "x" : "y"}.yaml`,
        ),
      );
    }
    expect(seen.size).toBe(4);
    expect(elapsed()).toBeLessThan(2000);
  });

  it("leaves a rule off that is only for other profiles, until a configuration gives it a severity", () => {
    const rule = { ...sampleRule, id: "acme/optional", onlyIn: ["il5"] };
    const at = (more: Partial<Configuration>): unknown => {
      const configuration = sampleConfiguration({ customRules: [rule], ...more });
      return resolveSettings(configuration, sampleRuleSet, "a.yaml").get("acme/optional")?.severity;
    };
    expect(at({})).toBe("off");
    expect(at({ profile: "il5" })).toBe("error");
    expect(at({ profile: "pss-baseline" })).toBe("off");
    expect(at({ rules: { "acme/optional": { severity: "info" } } })).toBe("info");
    expect(at({ rules: { "acme/optional": { options: {} } } })).toBe("off");
  });

  it("holds every rule, the user's own too", () => {
    const own = { ...sampleRule, id: "acme/own" };
    const settings = resolveSettings(sampleConfiguration({ customRules: [own] }), sampleRuleSet, "a.yaml");
    expect([...settings.keys()]).toEqual([...sampleRuleSet.rules.keys(), "acme/own"]);
  });

  it.each<[string, Partial<Configuration>, string, string]>([
    [
      "an unknown profile",
      { profile: "il6" },
      "config/unknown-profile",
      'There is no profile "il6"; did you mean "il5"?',
    ],
    [
      "an unknown option",
      { rules: { [memory]: { options: { maximun: 1 } } } },
      "config/unknown-option",
      `Rule \`${memory}\` has no option \`maximun\`; did you mean \`maximum\`?`,
    ],
    [
      "a bad option",
      { rules: { [memory]: { options: { maximum: 0 } } } },
      "config/bad-option",
      `Rule ${memory}: \`maximum\` must be at least 1.`,
    ],
    [
      "a bad glob",
      { overrides: [{ paths: ["{"], rules: {} }] },
      "config/bad-glob",
      'The glob "{" has a brace without its partner.',
    ],
  ])("refuses %s", (_name, more, code, message) => {
    expect(() => resolveSettings(sampleConfiguration(more), sampleRuleSet, "a.yaml")).toThrow(
      expect.objectContaining({ code, message }),
    );
  });
});
