import { beforeAll, describe, expect, it } from "vitest";
import type { FeatureContext } from "../feature-context.ts";
import { featureContext } from "../testing/judged.ts";
import { requirementLink, ruleLink } from "./page-link.ts";

let context: FeatureContext;
beforeAll(async () => {
  context = await featureContext();
});

describe("ruleLink", () => {
  it("opens the page in the editor where the client can and there is one", () => {
    const opening = {
      ...context,
      opensPages: true,
      pageOf: (id: string) => (id === "a/b" ? "# b" : undefined),
    };
    const linked = ruleLink("a/b", opening);
    expect(linked).toBe(
      "[`a/b`](command:plimsoll.openPage?%5B%7B%22kind%22%3A%22rule%22%2C%22id%22%3A%22a%2Fb%22%7D%5D)",
    );
    const [, words = ""] = /\?(.*)\)$/.exec(linked) ?? [];
    expect(JSON.parse(decodeURIComponent(words))).toEqual([{ kind: "rule", id: "a/b" }]);
    expect(ruleLink("own/rule", opening)).toBe("[`own/rule`](<https://example.mil/rules/own/rule>)");
  });

  it("leads to the web otherwise", () => {
    expect(ruleLink("a/b", context)).toBe("[`a/b`](<https://example.mil/rules/a/b>)");
  });
});

describe("requirementLink", () => {
  it("lets no id end the link", () => {
    const opening = { ...context, opensPages: true };
    const linked = requirementLink("x) [y](command:evil", opening);
    expect(linked.slice(linked.lastIndexOf("](command:") + 2)).toMatch(
      /^command:plimsoll\.openPage\?[A-Z0-9a-z%-]+\)$/,
    );
    expect(requirementLink("T4-HARDENING", opening)).toMatch(
      /^\[`T4-HARDENING`\]\(command:plimsoll\.openPage\?/,
    );
    expect(requirementLink("T4-HARDENING", context)).toBe("`T4-HARDENING`");
  });
});
