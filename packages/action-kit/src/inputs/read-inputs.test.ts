import { describe, expect, expectTypeOf, it } from "vitest";
import { ActionFailure } from "../failure/action-failure.ts";
import type { InputsOf } from "./input-spec.ts";
import { inputVariable, readInputs, secretInputs } from "./read-inputs.ts";

const specs = {
  image: { name: "image", required: true, default: "", kind: "text" },
  imageRef: { name: "image-ref", required: false, default: "", kind: "alias", of: "image" },
  file: { name: "file", required: false, default: "Dockerfile", kind: "text" },
  push: { name: "push", required: false, default: "true", kind: "flag" },
  tags: { name: "tags", required: false, default: "", kind: "list" },
  buildArgs: { name: "build-args", required: false, default: "", kind: "lines" },
  engine: { name: "engine", required: false, default: "auto", kind: "one-of", values: ["auto", "buildah"] },
  formats: { name: "formats", required: false, default: "", kind: "some-of", values: ["sarif", "ckl"] },
  attempts: { name: "attempts", required: false, default: "5", kind: "count", minimum: 1, maximum: 9 },
  coverage: { name: "coverage", required: false, default: "", kind: "number", minimum: 0, maximum: 1 },
  token: { name: "token", required: false, default: "", kind: "secret" },
  secrets: { name: "secrets", required: false, default: "", kind: "secret-lines" },
} as const;

/** The environment of a step with these inputs. */
function given(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const all = { image: "app", ...inputs };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [inputVariable(name), value]));
}

function problemOf(inputs: Readonly<Record<string, string>>): string {
  try {
    readInputs(specs, given(inputs));
  } catch (error) {
    if (error instanceof ActionFailure) return `${error.code}: ${error.message}`;
  }
  return "none";
}

it("reads every kind, with defaults where nothing is given", () => {
  expect({ ...readInputs(specs, given({})) }).toEqual({
    image: "app",
    file: "Dockerfile",
    push: true,
    tags: [],
    buildArgs: [],
    engine: "auto",
    formats: [],
    attempts: 5,
    coverage: undefined,
    token: undefined,
    secrets: [],
  });
});

it("types follow from the definition", () => {
  expectTypeOf<InputsOf<typeof specs>>().toEqualTypeOf<{
    readonly image: string;
    readonly file: string;
    readonly push: boolean;
    readonly tags: readonly string[];
    readonly buildArgs: readonly string[];
    readonly engine: "auto" | "buildah";
    readonly formats: readonly ("sarif" | "ckl")[];
    readonly attempts: number;
    readonly coverage: number | undefined;
    readonly token: string | undefined;
    readonly secrets: readonly string[];
  }>();
});

describe("lists", () => {
  it.each([
    ["a,b\nc", ["a", "b", "c"]],
    ["# all\na # first\n,b,,#c\n", ["a", "b"]],
    ["a#1, b", ["a#1", "b"]],
    ["\r\na\r\nb", ["a", "b"]],
  ])("%j", (tags, expected) => {
    expect(readInputs(specs, given({ tags })).tags).toEqual(expected);
  });

  it("lines keep commas and later signs", () => {
    const lines = readInputs(specs, given({ "build-args": "# none\nA=1,2 # x\n\n B=c\n" })).buildArgs;
    expect(lines).toEqual(["A=1,2 # x", "B=c"]);
  });
});

describe("what is wrong is named", () => {
  it.each<[Readonly<Record<string, string>>, string]>([
    [{ image: " " }, "image is required"],
    [{ push: "maybe" }, 'push must be true or false, not "maybe"'],
    [{ engine: "kaniko" }, 'engine must be one of auto, buildah, not "kaniko"'],
    [{ formats: "sarif,pdf" }, 'formats takes sarif, ckl, not "pdf"'],
    [{ attempts: "0" }, 'attempts must be a whole number from 1 to 9, not "0"'],
    [{ attempts: "1.5" }, 'attempts must be a whole number from 1 to 9, not "1.5"'],
    [{ attempts: "0x5" }, 'attempts must be a whole number from 1 to 9, not "0x5"'],
    [{ coverage: "NaN" }, 'coverage must be a number from 0 to 1, not "NaN"'],
    [{ "image-ref": "b" }, "image-ref is another name of image: give one of them"],
    [{ speed: "9" }, "there is no input speed"],
    [{ __proto__x: "9" }, "there is no input __proto__x"],
    [{ tags: "a".repeat(1024 * 1024 + 1) }, "tags is longer than 1 MiB"],
    [{ tags: "a,".repeat(10_001) }, "tags has more than 10000 entries"],
    [
      { push: "x", engine: "y" },
      'push must be true or false, not "x"; engine must be one of auto, buildah, not "y"',
    ],
  ])("%j", (inputs, problem) => {
    expect(problemOf(inputs)).toBe(`input/invalid: Inputs are wrong: ${problem}.`);
  });
});

it("an alias gives its value to the input that it names", () => {
  const environment = given({ "image-ref": "other" });
  delete environment[inputVariable("image")];
  expect(readInputs(specs, environment).image).toBe("other");
});

it("knows the secrets before anything is read", () => {
  expect(secretInputs(specs, given({ token: " t=1 ", secrets: "npm=abc=d\n# no\nkey" }))).toEqual([
    "t=1",
    "abc=d",
    "key",
  ]);
});
