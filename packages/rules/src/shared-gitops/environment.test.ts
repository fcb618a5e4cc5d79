import { describe, expect, it } from "vitest";
import { environmentOf, placeOf } from "./environment.ts";

describe("environmentOf", () => {
  it.each([
    ["apps/production/web.yaml", "production"],
    ["clusters/prod-east/apps.yaml", "production"],
    ["overlays/Staging/kustomization.yaml", "staging"],
    ["apps/staging/production/web.yaml", "production"],
    ["deploy/web-dev.yaml", "development"],
    ["apps/web/web.yaml", undefined],
    ["products/web.yaml", undefined],
    ["a-test-of-many-things/web.yaml", undefined],
  ])("%s", (path, expected) => {
    expect(environmentOf(path)).toBe(expected);
  });
  it("cuts the path at the environment", () => {
    expect(placeOf("apps/prod/shop/web.yaml")).toEqual({
      environment: "production",
      before: "apps",
      after: "shop/web.yaml",
    });
  });
});
