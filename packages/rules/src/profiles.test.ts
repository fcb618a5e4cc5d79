import { describe, expect, it } from "vitest";
import { allRules } from "./index.generated.ts";
import { profiles } from "./profiles.ts";

const ids = new Set(allRules.map(({ id }) => id));

describe("profiles", () => {
  it.each(Object.values(profiles))(
    "$name names only rules that exist, with options that they have",
    ({ rules }) => {
      for (const [id, { options }] of Object.entries(rules)) {
        expect(ids).toContain(id);
        const known = Object.keys(allRules.find((rule) => rule.id === id)?.options ?? {});
        for (const option of Object.keys(options ?? {})) expect(known).toContain(option);
      }
    },
  );

  it("say things of their own", () => {
    const titles = Object.values(profiles).map(({ title }) => title);
    const descriptions = Object.values(profiles).map(({ description }) => description);
    expect(new Set([...titles, ...descriptions]).size).toBe(titles.length * 2);
  });

  it("are what rules name that are on in some of them only", () => {
    const optional = allRules.flatMap(({ onlyIn = [] }) => onlyIn);
    expect(new Set(optional)).toEqual(new Set(["control-plane", "iron-bank"]));
    for (const name of optional) expect(Object.keys(profiles)).toContain(name);
  });

  it("give waivers less time the higher the impact level", () => {
    expect(["il2", "il4", "il5"].map((name) => profiles[name]?.waiverMaximumDays)).toEqual([365, 183, 92]);
  });
});
