import { describe, expect, it } from "vitest";
import { planPromotion } from "./plan-promotion.ts";

const NAME = "registry.example/team/app";
const OLD = `sha256:${"a".repeat(64)}`;

/** Milliseconds of processor time that no file may cost; the slowest here takes a third on a slow machine. */
const BUDGET = 5000;

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");
}

const ARGO = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n";
const CUSTOM = "apiVersion: a/b\nkind: C\n";

describe("files that are meant to take long", () => {
  it.each<readonly [string, string, string, "update" | "refused"]>([
    [
      "many places",
      "values.yaml",
      lines(30_000, (index) => `a${index}: {repository: ${NAME}, digest: ${OLD}}`),
      "refused",
    ],
    [
      "many aliases",
      "values.yaml",
      lines(300, (index) => `i${index}: {image: &a${index} ${NAME}@${OLD}}`) +
        lines(150_000, (index) => `b${index}: *a${index % 300}`),
      "refused",
    ],
    [
      "an alias bomb",
      "values.yaml",
      `image: ${NAME}@${OLD}\na0: &a0 [x]\n${lines(60, (index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`)}`,
      "update",
    ],
    ["deep nesting", "values.yaml", `image: ${NAME}@${OLD}\nx: ${"[".repeat(100_000)}`, "refused"],
    [
      "many markers",
      "values.yaml",
      `${lines(20_000, (index) => `a${index}: b # {"$imagepolicy": "n:p:digest"}`)}image: ${NAME}@${OLD}\n`,
      "update",
    ],
    [
      "many marked digests of one name",
      "x.yaml",
      `${CUSTOM}n: ${NAME} # {"$imagepolicy": "n:p:name"}\n${lines(15_000, (index) => `a${index}: ${OLD} # {"$imagepolicy": "n:p:digest"}`)}`,
      "refused",
    ],
    ["many mentions", "x.yaml", CUSTOM + lines(50_000, (index) => `a${index}: "x ${NAME}:1"`), "refused"],
    ["many names in one map", "x.yaml", CUSTOM + lines(50_000, (index) => `a${index}: ${NAME}`), "refused"],
    [
      "long values as text",
      "app.yaml",
      `${ARGO}      values: |\n${lines(900, (index) => `        a${index}: {repository: ${NAME}, digest: ${OLD}}`)}${lines(50_000, (index) => `        b${index}: x`)}`,
      "update",
    ],
    [
      "many parameters",
      "app.yaml",
      `${ARGO}      parameters:\n${lines(30_000, (index) => `      - {name: a${index}.repository, value: ${NAME}x}`)}      - {name: a.image, value: ${NAME}@${OLD}}\n`,
      "update",
    ],
    ["one long line", "values.yaml", `x: "${"y".repeat(3_000_000)}"\nimage: ${NAME}@${OLD}\n`, "update"],
    ["more than is read", "values.yaml", `image: ${NAME}@${OLD}\n${"#".repeat(5_000_000)}`, "refused"],
  ])("%s", (_, path, text, operation) => {
    const start = process.threadCpuUsage();
    const plan = planPromotion({
      image: { name: NAME, digest: `sha256:${"b".repeat(64)}` },
      environment: "e",
      files: [{ path, text }],
    });
    const { user, system } = process.threadCpuUsage(start);
    expect(plan.operation).toBe(operation);
    expect((user + system) / 1000).toBeLessThan(BUDGET);
  });
});
