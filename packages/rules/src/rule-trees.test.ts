import { celTreeOf, isCelRule } from "@plimsoll/core";
import { expect, it } from "vitest";
import { ruleSet } from "./rule-set.ts";
import { ruleTrees } from "./rule-trees.ts";

const conditions = [...ruleSet.rules.values()]
  .filter(isCelRule)
  .flatMap((rule) => [rule, ...(rule.also ?? [])].flatMap(({ when, require }) => [when ?? "true", require]));

it("every condition has the tree of its text", () => {
  const wanted = conditions.filter((text) => text !== "true");
  expect(wanted.length).toBeGreaterThan(200);
  expect(
    wanted.filter((text) => JSON.stringify(ruleTrees(text)) !== JSON.stringify(celTreeOf(text))),
  ).toEqual([]);
});

it("knows no other condition", () => {
  expect(ruleTrees("constructor")).toBeUndefined();
});
