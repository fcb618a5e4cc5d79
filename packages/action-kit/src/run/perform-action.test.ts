import { describe, expect, it } from "vitest";
import { ActionFailure } from "../failure/action-failure.ts";
import type { ActionOutcome, ActionPorts } from "./action.ts";
import { performAction, type ActionHost } from "./perform-action.ts";

const specs = {
  failOn: {
    name: "fail-on",
    required: false,
    default: "fail",
    kind: "one-of",
    values: ["fail", "error", "never"],
  },
  summary: { name: "summary", required: false, default: "true", kind: "flag" },
  token: { name: "token", required: false, default: "", kind: "secret" },
} as const;

/** A runner that writes down what is said to it, in order. */
function recorder(environment: Readonly<Record<string, string>>): { host: ActionHost; said: string[] } {
  const said: string[] = [];
  const host: ActionHost = {
    environment,
    runCommand: () => Promise.reject(new Error("not in this test")),
    fetch: () => Promise.reject(new Error("not in this test")),
    now: () => 0,
    writeLine: (line) => said.push(`line ${line}`),
    annotate: ({ level, message, file }) => said.push(`${level} ${file ?? ""} ${message}`),
    startGroup: (title) => said.push(`group ${title}`),
    endGroup: () => said.push("end"),
    mask: (secret) => said.push(`mask ${secret}`),
    setOutput: (name, value) => said.push(`output ${name}=${value}`),
    writeSummary: (markdown) => {
      said.push(`summary ${markdown}`);
      return Promise.resolve();
    },
    fail: (message) => said.push(`fail ${message}`),
  };
  return { host, said };
}

const outcome = (result: "pass" | "fail" | "error"): ActionOutcome<"digest" | "result"> => ({
  result,
  message: "because",
  outputs: { digest: "sha256:1" },
  summary: "text",
});

async function perform(
  run: (ports: ActionPorts) => Promise<ActionOutcome<"digest" | "result">>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { host, said } = recorder(environment);
  await performAction({ inputs: specs, run: (_, ports) => run(ports) }, host);
  return said;
}

describe("what the step says", () => {
  it("passes", async () => {
    expect(await perform(() => Promise.resolve(outcome("pass")))).toEqual([
      "output digest=sha256:1",
      "output result=pass",
      "summary text",
      "line pass: because",
    ]);
  });

  it.each([
    ["fail", "fail", "fail fail: because"],
    ["fail", "error", "fail error: because"],
    ["error", "fail", "warning  fail: because"],
    ["error", "error", "fail error: because"],
    ["never", "fail", "warning  fail: because"],
    ["never", "error", "warning  error: because"],
  ] as const)("with fail-on %s a result %s ends in: %s", async (failOn, result, last) => {
    const said = await perform(() => Promise.resolve(outcome(result)), { "INPUT_FAIL-ON": failOn });
    expect(said.slice(-1)).toEqual([last]);
    expect(said).toContain(`output result=${result}`);
  });

  it("leaves the summary out where it is not wanted", async () => {
    const said = await perform(() => Promise.resolve(outcome("pass")), { INPUT_SUMMARY: "false" });
    expect(said.filter((line) => line.startsWith("summary"))).toEqual([]);
  });

  it("masks secrets before anything, and lets none out", async () => {
    const said = await perform(
      ({ log }) => {
        log.info("it is hush-hush");
        return Promise.resolve({
          result: "fail",
          message: "hush-hush",
          outputs: { digest: "x hush-hush" },
          summary: "y hush-hush",
        });
      },
      { INPUT_TOKEN: "hush-hush", "INPUT_FAIL-ON": "fail" },
    );
    expect(said).toEqual([
      "mask hush-hush",
      "mask aHVzaC1odXNo",
      "line it is ***",
      "output digest=x ***",
      "output result=fail",
      "summary y ***",
      "fail fail: ***",
    ]);
  });

  it("a wrong input is an error that names it, whatever else was wanted", async () => {
    const said = await perform(() => Promise.resolve(outcome("pass")), {
      "INPUT_FAIL-ON": "never",
      INPUT_SPEED: "1",
    });
    expect(said[0]).toBe("output result=error");
    expect(said.at(-1)).toContain("fail error: input/invalid: Inputs are wrong: there is no input speed.");
  });

  it("a failure is an error with its code and next step; foreign text in it stays text", async () => {
    const said = await perform(() =>
      Promise.reject(
        new ActionFailure({ code: "tool/failed", message: "<b>x</b>\n::error::y", nextStep: "Look." }),
      ),
    );
    expect(said).toEqual([
      "output result=error",
      "summary **error** tool/failed: &lt;b&gt;x&lt;/b&gt; &#58;&#58;error&#58;&#58;y Look\\.\n",
      "fail error: tool/failed: <b>x</b>\n::error::y Look.",
    ]);
  });

  it("a crash is an error too", async () => {
    const said = await perform(() => Promise.reject(new TypeError("x is undefined")));
    expect(said[0]).toBe("output result=error");
    expect(said.at(-1)).toContain("action/crashed: The action crashed (TypeError: x is undefined).");
  });

  it("shortens a summary that would not be shown at all", async () => {
    const said = await perform(() =>
      Promise.resolve({ ...outcome("pass"), summary: "line ä\n".repeat(300_000) }),
    );
    const summary = said.find((line) => line.startsWith("summary")) ?? "";
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary.endsWith("line ä\n\nThe rest does not fit into a summary.\n")).toBe(true);
  });
});

describe("the log", () => {
  it("makes foreign text safe, folds, and annotates only so often", async () => {
    const said = await perform(async ({ log }) => {
      await log.group("::group::x", () => {
        log.info("::set-output name=result::pass\n\u001B[2Jb");
        return Promise.resolve();
      });
      for (let count = 0; count < 52; count += 1) log.annotate({ level: "error", message: "m", file: "f" });
      return outcome("pass");
    });
    expect(said.slice(0, 3)).toEqual([
      "group | ::group::x",
      "line | ::set-output name=result::pass\nb",
      "end",
    ]);
    expect(said.filter((line) => line === "error f m")).toHaveLength(50);
    expect(said.filter((line) => line === "line error: f: m")).toHaveLength(2);
  });
});
