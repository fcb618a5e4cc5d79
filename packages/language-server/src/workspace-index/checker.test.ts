import { createEngine, loadConfiguration } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { describe, expect, it } from "vitest";
import { checkInput } from "./checker.ts";

const { configuration } = await loadConfiguration({ read: () => Promise.resolve(undefined), ruleSet });
const engine = createEngine({ ruleSet, configuration });
const source = { siblingsOf: () => () => undefined };

describe("checkInput", () => {
  it("turns a crash of the engine into a result", () => {
    const broken = {
      ...engine,
      checkFile: () => {
        throw new RangeError("too deep");
      },
    };
    expect(checkInput(broken, source, { path: "a.yaml", text: "a: 1" })).toMatchObject({
      checked: false,
      findings: [],
      notChecked: [
        { file: "a.yaml", code: "file/crashed", reason: expect.stringContaining("RangeError: too deep") },
      ],
    });
  });

  it("takes the kind that it is told", () => {
    expect(
      checkInput(engine, source, { path: "a", text: "FROM a\nMAINTAINER b\n", kind: "dockerfile" }).findings
        .length,
    ).toBeGreaterThan(0);
  });
});
