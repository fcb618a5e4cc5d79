import { expect, it } from "vitest";
import { ACTION_PLACEHOLDER, scanTemplate } from "./scan-actions.ts";

const A = ACTION_PLACEHOLDER;

it.each<[string, string, readonly [literal: string, whole: boolean][]]>([
  ["no action", "a: 1", [["a: 1", true]]],
  ["an action as a value", "a: {{ .x }}", [[`a: ${A}`, true]]],
  ["two actions", "{{ $k }}: {{ $v }}", [[`${A}: ${A}`, true]]],
  [
    "an action over two lines",
    "a: {{ if\n x }}b\nc: 1",
    [
      [`a: ${A}`, false],
      ["b", false],
      ["c: 1", true],
    ],
  ],
  ["braces inside quotes", 'a: {{ print "}}" }}', [[`a: ${A}`, true]]],
  ["an escaped quote", 'a: {{ print "\\"}}" }}', [[`a: ${A}`, true]]],
  [
    "a raw string over two lines",
    "a: {{ print `}}\n}}` }}\nb: 1",
    [
      [`a: ${A}`, false],
      ["", false],
      ["b: 1", true],
    ],
  ],
  [
    "a comment over two lines",
    "{{- /* a: 1\n}} */ -}}\nb: 1",
    [
      [A, false],
      ["", false],
      ["b: 1", true],
    ],
  ],
  [
    "an action that never ends",
    "a: {{ x\nb: 1",
    [
      [`a: ${A}`, false],
      ["", false],
    ],
  ],
])("finds the actions: %s", (_name, text, expected) => {
  expect(scanTemplate(text).map(({ literal, whole }) => [literal, whole])).toEqual(expected);
});
