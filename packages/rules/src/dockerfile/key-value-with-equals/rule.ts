import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Pair } from "@plimsoll/syntax";

interface Data {
  readonly keyword: string;
  readonly pair: Pair;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/key-value-with-equals",
  title: "ENV and LABEL write key=value",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:LegacyKeyValueFormat"],
  since: "0.1.0",
  *check(file) {
    for (const written of file.instructions) {
      const { keyword, pairs } = written.trigger ?? written;
      for (const pair of pairs)
        if (pair.legacy) yield { problem: "noEquals", at: pair, data: { keyword, pair } };
    }
  },
  message: ({ data: { keyword, pair } }) =>
    `${keyword} "${pair.key}" is written without "=", a form that is kept for old files only.`,
  fix({ at, data: { pair } }) {
    const { key, value } = pair;
    // Quotes and escapes mean something else in the old form.
    if (value === undefined || value.raw !== value.text || /["'\\`]/.test(value.text)) return [];
    const plain = /^[^\s]*$/.test(value.text);
    const newText = plain ? `${key}=${value.text}` : `${key}="${value.text}"`;
    return [{ title: `Write ${key}=`, safety: "safe", edits: [replaceSpan(at, newText)] }];
  },
});
