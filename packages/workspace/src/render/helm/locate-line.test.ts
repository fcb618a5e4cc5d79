import { describe, expect, it } from "vitest";
import { columnsOnSourceLine } from "./locate-line.ts";
import { likelyLine, originOfLine } from "./origin.ts";
import { valuePaths, valuePlaces } from "./value-places.ts";

/** The stretch of a text that stands between `«` and `»`. */
function stretch(text: string) {
  const startColumn = text.indexOf("«") + 1;
  return { text: text.replace("«", "").replace("»", ""), startColumn, endColumn: text.indexOf("»") };
}

describe("columnsOnSourceLine", () => {
  it.each([
    ["a literal value", "  privileged: «true»", "      privileged: true", "true"],
    ["a literal key", "  «privileged»: true", "      privileged: true", "privileged"],
    ["a value by an action", "image: «nginx:1»", "  image: {{ .Values.image }}", "{{ .Values.image }}"],
    [
      "a part of a value by an action",
      "image: nginx:«1»",
      "  image: {{ .Values.image }}",
      "{{ .Values.image }}",
    ],
    ["the start of a value that is literal", "image: «nginx»:1", "  image: nginx:{{ .Values.tag }}", "nginx"],
    ["a key by an action", "«name»: x", "{{ $key }}: x", "{{ $key }}: x"],
    ["a list item", "- «x»", "  - {{ .x }}", "{{ .x }}"],
  ])("%s", (_name, rendered, source, expected) => {
    const columns = columnsOnSourceLine(stretch(rendered), source);
    expect(source.slice(columns.start - 1, columns.end - 1)).toBe(expected);
  });
});

describe("originOfLine", () => {
  const text = "spec:\n  containers:\n  - name: a\n    resources:\n      limits:\n        cpu: 1\n";
  const lines = text.split("\n");
  const origin = (line: number, marks: readonly (readonly [number, number])[]) =>
    originOfLine({ source: "x", text, marks: new Map(marks) }, lines, line);

  it("is the line's own mark", () => {
    expect(
      origin(6, [
        [4, 40],
        [6, 60],
      ]),
    ).toEqual({ mark: 60, line: 6 });
  });

  it("is else the mark of the nearest line above that holds it", () => {
    expect(
      origin(6, [
        [1, 10],
        [4, 40],
      ]),
    ).toEqual({ mark: 40, line: 4 });
    expect(origin(5, [[3, 30]])).toEqual({ mark: 30, line: 3 });
  });

  it("takes the key above for a list in the same column", () => {
    expect(
      origin(3, [
        [1, 10],
        [2, 20],
      ]),
    ).toEqual({ mark: 20, line: 2 });
  });

  it("is nothing where no mark is near", () => {
    expect(origin(6, [])).toBeUndefined();
    expect(origin(1, [[2, 20]])).toBeUndefined();
  });
});

describe("likelyLine", () => {
  const template = ["kind: Pod", "spec:", "  hostPID: {{ .x }}", "  hostIPC: true"];
  it.each([
    ["hostIPC: true", 4],
    ["hostPID: true", 3],
    ["hostNetwork: true", 1],
  ])("of %j is %i", (rendered, line) => {
    expect(likelyLine(template, rendered)).toBe(line);
  });
});

describe("values behind a line", () => {
  it("reads the paths of .Values", () => {
    expect(valuePaths("x: {{ .Values.a.b | quote }}-{{ $.Values.c }}{{ .Values.a.b }}")).toEqual([
      ["a", "b"],
      ["c"],
    ]);
  });

  it("takes the first file that sets the value, below the chart's own key in its parent's file", () => {
    const files = [
      { file: "values.yaml", text: "sub:\n  image:\n    tag: two\n", prefix: ["sub"] },
      { file: "charts/sub/values.yaml", text: "image:\n  tag: one\n  name: x\n", prefix: [] },
    ];
    expect(valuePlaces("{{ .Values.image.tag }} {{ .Values.image.name }} {{ .Values.none }}", files)).toEqual(
      [
        expect.objectContaining({
          file: "values.yaml",
          range: expect.objectContaining({ start: { line: 3, column: 5, offset: 18 } }),
        }),
        expect.objectContaining({
          file: "charts/sub/values.yaml",
          message: "The value .Values.image.name is set here",
        }),
      ],
    );
  });
});
