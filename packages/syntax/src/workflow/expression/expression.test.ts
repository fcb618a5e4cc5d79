import { describe, expect, it } from "vitest";
import { parseYaml } from "../../yaml/parse.ts";
import { asScalar, getNode } from "../../yaml/read.ts";
import { expressionsIn, wholeExpression } from "./find.ts";
import type { ExpressionNode } from "./nodes.ts";
import { EXPRESSION_DEPTH, isProblem, parseExpression } from "./parse.ts";
import { contextChains, contextPath } from "./walk.ts";

/** The tree as text: every operator in brackets. */
function shown(node: ExpressionNode): string {
  switch (node.kind) {
    case "literal":
      return JSON.stringify(node.value);
    case "context":
      return node.name;
    case "access":
      return `${shown(node.object)}.${node.name}`;
    case "index":
      return `${shown(node.object)}[${shown(node.index)}]`;
    case "call":
      return `${node.name}(${node.arguments.map(shown).join(", ")})`;
    case "unary":
      return `(!${shown(node.operand)})`;
    default:
      return `(${shown(node.left)} ${node.operator} ${shown(node.right)})`;
  }
}

describe("expressions that are read", () => {
  it.each([
    ["github", "github"],
    ["github.event.issue.title", "github.event.issue.title"],
    ["github['event'].x", 'github["event"].x'],
    ["github.event.commits.*.message", "github.event.commits.*.message"],
    ["a[*].b", "a.*.b"],
    ["a && b || c", "((a && b) || c)"],
    ["a || b && c", "(a || (b && c))"],
    ["a == b && c != 1", "((a == b) && (c != 1))"],
    ["a < 1 == true", "((a < 1) == true)"],
    ["!a && !!b", "((!a) && (!(!b)))"],
    ["!(a || b)", "(!(a || b))"],
    ["contains(github.ref, 'it''s')", 'contains(github.ref, "it\'s")'],
    ["always()", "always()"],
    ["format('{0}', 0x1F)", 'format("{0}", 31)'],
    ["-1.5e3", "-1500"],
    ["null", "null"],
    ["inputs.some-name", "inputs.some-name"],
    ["a[b[0]].c", "a[b[0]].c"],
  ])("%s", (text, tree) => {
    const result = parseExpression(text);
    expect(isProblem(result) ? result : shown(result)).toBe(tree);
  });
});

describe("expressions that are none", () => {
  it.each([
    ["", "empty", 0, 0],
    ['"text"', "unexpected", 0, 1],
    ["a +", "unexpected", 2, 3],
    ["'open", "unclosed", 0, 5],
    ["a ==", "unfinished", 4, 4],
    ["f(a", "unfinished", 3, 3],
    ["a b", "unexpected", 2, 3],
    ["a[1", "unfinished", 3, 3],
    ["1x", "unexpected", 0, 2],
    ["a.", "unfinished", 2, 2],
    ["a.1", "unexpected", 1, 3],
  ])("%s", (text, code, start, end) => {
    expect(parseExpression(text)).toMatchObject({ code, start, end });
  });

  it.each(["!", "(", "a[", "f("])("nested too deep by %s", (open) => {
    expect(parseExpression(open.repeat(EXPRESSION_DEPTH + 1))).toMatchObject({ code: "too-deep" });
    expect(parseExpression(open.repeat(200_000))).toMatchObject({ code: "too-deep" });
  });

  it("a chain too long", () => {
    expect(parseExpression(`a${".b".repeat(100_000)}`)).toMatchObject({ code: "too-deep" });
  });
});

function scalarsOf(text: string): readonly { readonly at: string; readonly problem: string | undefined }[] {
  const [placed] = parseYaml(text).documents;
  const scalar = asScalar(getNode(placed?.document.root, ["k"]));
  if (placed === undefined || scalar === undefined) return [];
  return expressionsIn(placed.document, scalar).map(({ start, end, problem }) => ({
    at: text.slice(start, end),
    problem: problem?.code,
  }));
}

describe("where expressions stand", () => {
  it.each([
    ["plain", "k: a ${{ b }} c ${{d}}\n", ["${{ b }}", "${{d}}"]],
    ["double quotes", 'k: "\\u0041\\n${{ b }}\\t${{ c }}"\n', ["${{ b }}", "${{ c }}"]],
    ["single quotes", "k: 'it''s ${{ f(''x'') }}'\n", ["${{ f(''x'') }}"]],
    ["block", "k: |\n  echo ${{ a }}\n  echo ${{ '}}' }}\n", ["${{ a }}", "${{ '}}' }}"]],
    ["folded", "k: >-\n  ${{ a\n  && b }}\n", ["${{ a\n  && b }}"]],
  ])("%s", (_, text, places) => {
    expect(scalarsOf(text)).toEqual(places.map((at) => ({ at, problem: undefined })));
  });

  it("one that is not closed reaches to the end of its line", () => {
    expect(scalarsOf("k: |\n  a ${{ b\n  c ${{ d }}\n")).toEqual([
      { at: "${{ b\n  c ${{ d }}", problem: "unexpected" },
    ]);
    expect(scalarsOf("k: |\n  a ${{ b\n  c\n")).toEqual([{ at: "${{ b", problem: "unclosed" }]);
  });

  it("places every node in the document", () => {
    const text = "a: 1\nk: 'x ${{ contains(github.ref, ''y'') }}'\n";
    const [placed] = parseYaml(text).documents;
    const scalar = asScalar(getNode(placed?.document.root, ["k"]));
    const [expression] =
      placed === undefined || scalar === undefined ? [] : expressionsIn(placed.document, scalar);
    const root = expression?.root;
    expect(root?.kind).toBe("call");
    const [first, second] = root?.kind === "call" ? root.arguments : [];
    expect(text.slice(first?.start, first?.end)).toBe("github.ref");
    expect(text.slice(second?.start, second?.end)).toBe("''y''");
  });

  it("a condition without marks is an expression as a whole", () => {
    const text = "k: >-\n  github.ref == 'x' &&\n  always()\n";
    const [placed] = parseYaml(text).documents;
    const scalar = asScalar(getNode(placed?.document.root, ["k"]));
    const expression =
      placed === undefined || scalar === undefined ? undefined : wholeExpression(placed.document, scalar);
    expect(expression?.root === undefined ? expression : shown(expression.root)).toBe(
      '((github.ref == "x") && always())',
    );
    expect(text.slice(expression?.start, expression?.end)).toBe("github.ref == 'x' &&\n  always()");
  });
});

describe("chains of a context", () => {
  it.each([
    ["contains(github.event.issue.title, 'x')", ["github.event.issue.title"]],
    ["a[b.c].d", ["a.*.d", "b.c"]],
    ["github['HEAD_REF'] || !inputs.X", ["github.head_ref", "inputs.x"]],
    ["fromJSON(env.A).b", ["env.a"]],
  ])("%s", (text, chains) => {
    const root = parseExpression(text);
    if (isProblem(root)) throw new TypeError(root.message);
    expect(contextChains(root).map((node) => contextPath(node)?.join("."))).toEqual(chains);
  });
});
