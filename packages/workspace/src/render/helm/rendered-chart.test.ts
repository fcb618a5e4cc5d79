import { describe, expect, it } from "vitest";
import { proveRender, splitRender } from "./rendered-chart.ts";

const OUTPUT = `---
# Source: web/templates/a.yaml
a: 1
---
# Source: web/charts/sub/templates/b.yaml
text: |
  ---
  # Source: web/templates/fake.yaml
`;

describe("splitRender", () => {
  it("splits at lines that start a document, and at nothing inside one", () => {
    expect(splitRender(OUTPUT)).toEqual([
      { source: "web/templates/a.yaml", text: "---\n# Source: web/templates/a.yaml\na: 1\n" },
      {
        source: "web/charts/sub/templates/b.yaml",
        text: "---\n# Source: web/charts/sub/templates/b.yaml\ntext: |\n  ---\n  # Source: web/templates/fake.yaml\n",
      },
    ]);
  });

  it("finds no document in other text", () => {
    expect(splitRender("a: 1\n---\nb: 2\n")).toEqual([]);
  });
});

describe("proveRender", () => {
  it("proves a document whose marked twin is equal without marks", () => {
    const marked = OUTPUT.replace("a: 1", "a: 1 #\uE0007\uE001").replace("text: |", "text: >");
    const [first, second] = proveRender(OUTPUT, marked);
    expect([...(first?.marks ?? [])]).toEqual([[3, 7]]);
    expect(second?.marks).toBeUndefined();
  });

  it("proves nothing where the documents do not pair", () => {
    for (const marked of [undefined, "", OUTPUT + "---\n# Source: web/templates/c.yaml\n"]) {
      expect(proveRender(OUTPUT, marked).map(({ marks }) => marks)).toEqual([undefined, undefined]);
    }
  });
});
