import type { RuleCases } from "@plimsoll/core";

const step = (condition: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n        if: ${condition}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "an expression", text: step("github.ref == 'refs/heads/main'") },
    { name: "a marked one", text: step("${{ github.ref == 'refs/heads/main' }}") },
    { name: "in a block without a last line break", text: step("|-\n          ${{ github.ref == 'x' }}") },
    { name: "unmarked, over lines", text: step(">\n          github.ref == 'x'\n          && always()") },
    { name: "a function that asks how the run went", text: step("always()") },
  ],
  fail: [
    {
      name: "text after the expression",
      text: step("${{ github.ref == 'x' }} && always()"),
      findings: [
        {
          at: "7:13-7:49",
          problem: "text",
          message: "The condition is a text with an expression in it, and a text is always true.",
        },
      ],
      fixed: null,
    },
    {
      name: "a block that ends with a line break",
      text: step("|\n          ${{ github.ref == 'x' }}"),
      findings: [{ at: "7:13-8:35", problem: "text" }],
      fixed: step("${{ github.ref == 'x' }}"),
    },
    {
      name: "a blank after the expression",
      text: step("\"${{ github.ref == 'x' }} \""),
      findings: [{ at: "7:13-7:40", problem: "text" }],
      fixed: step("${{ github.ref == 'x' }}"),
    },
    {
      name: "nothing that varies",
      text: "on: push\njobs:\n  a:\n    if: false\n    runs-on: x\n    steps:\n      - run: ls\n        if: ${{ true && !'' }}\n",
      findings: [
        {
          at: "4:9-4:14",
          problem: "constant",
          message: "The condition is always false, whatever happens.",
          severity: "warning",
        },
        { at: "8:13-8:31", problem: "constant" },
      ],
      fixed: null,
    },
  ],
};
