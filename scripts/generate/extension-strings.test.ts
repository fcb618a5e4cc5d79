import { describe, expect, it } from "vitest";
import { stringsOf } from "./extension-strings.ts";

describe("stringsOf", () => {
  it.each([
    ['vscode.l10n.t("Open")', ["Open"]],
    ['t(\n  "{0} rules", rules)', ["{0} rules"]],
    ['t("a \\"quoted\\" word\\nand a line")', ['a "quoted" word\nand a line']],
    ['count("no"); split("no")', []],
    ["t(variable)", []],
  ])("%j", (source, strings) => {
    expect(stringsOf(source)).toEqual(strings);
  });
});
