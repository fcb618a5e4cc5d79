import { describe, expect, it } from "vitest";
import { type TextEdit, applyEdits } from "../source/text-edit.ts";
import {
  appendFlag,
  insertAfter,
  insertBefore,
  insertWordAfter,
  insertWordBefore,
  removeInstruction,
  replaceSpan,
} from "./edit.ts";
import type { Dockerfile, Instruction, Word } from "./nodes.ts";
import { parseDockerfile } from "./parse-dockerfile.ts";

type Make = (file: Dockerfile, instruction: Instruction, word: Word) => TextEdit | readonly TextEdit[];

/** Makes the edit at the last instruction, or at the one with the given number. */
function edited(text: string, make: Make, number = -1): string {
  const file = parseDockerfile(text);
  const instruction = file.instructions.at(number);
  const word = instruction?.words[0];
  if (instruction === undefined || word === undefined) throw new Error("nothing to edit");
  const edits = make(file, instruction, word);
  return applyEdits(text, "newText" in edits ? [edits] : edits);
}

describe("edits", () => {
  it.each<[string, string, Make, string]>([
    ["replaces a word", "FROM  a  AS b\n", (_f, _i, word) => replaceSpan(word, "x:1"), "FROM  x:1  AS b\n"],
    [
      "replaces a word that runs over a continuation",
      "RUN a\\\nb c",
      (_f, _i, word) => replaceSpan(word, "x"),
      "RUN x c",
    ],
    [
      "inserts words",
      "RUN a b",
      (_f, _i, word) => [insertWordBefore(word, "x"), insertWordAfter(word, "y")],
      "RUN x a y b",
    ],
    [
      "adds a first flag",
      "FROM a",
      (_f, instruction) => appendFlag(instruction, "--platform=x"),
      "FROM --platform=x a",
    ],
    [
      "adds a flag",
      "COPY --link \\\n a b",
      (_f, instruction) => appendFlag(instruction, "--chown=1"),
      "COPY --link --chown=1 \\\n a b",
    ],
    [
      "inserts a line before",
      "FROM a\r\n# c\r\nRUN b\r\n",
      (file, instruction) => insertBefore(file, instruction, "USER 1\nX"),
      "FROM a\r\n# c\r\nUSER 1\r\nX\r\nRUN b\r\n",
    ],
    [
      "inserts before the first line, after the byte order mark",
      "\uFEFFFROM a",
      (file, instruction) => insertBefore(file, instruction, "ARG A"),
      "\uFEFFARG A\nFROM a",
    ],
    [
      "inserts a line after",
      "RUN a \\\n  # c\n  b\nRUN c\n",
      (file, instruction) => insertAfter(file, instruction, "USER 1"),
      "RUN a \\\n  # c\n  b\nUSER 1\nRUN c\n",
    ],
    [
      "inserts after a heredoc",
      "RUN <<E\na\nE\nRUN c\n",
      (file, instruction) => insertAfter(file, instruction, "USER 1"),
      "RUN <<E\na\nE\nUSER 1\nRUN c\n",
    ],
    [
      "inserts after the last line",
      "RUN a",
      (file, instruction) => insertAfter(file, instruction, "USER 1"),
      "RUN a\nUSER 1",
    ],
    [
      "inserts after an open continuation",
      "RUN a \\ ",
      (file, instruction) => insertAfter(file, instruction, "USER 1"),
      "RUN a \nUSER 1",
    ],
    [
      "inserts after an open continuation and a comment",
      "RUN a \\\n# c\n",
      (file, instruction) => insertAfter(file, instruction, "USER 1"),
      "RUN a \n# c\nUSER 1\n",
    ],
    [
      "removes lines and leaves comments",
      "FROM a\n# c\nRUN a \\\n b\nUSER 1\n",
      (file, instruction) => removeInstruction(file, instruction),
      "FROM a\n# c\nUSER 1\n",
    ],
    [
      "removes the last line",
      "FROM a\r\nUSER 1",
      (file, instruction) => removeInstruction(file, instruction),
      "FROM a",
    ],
    [
      "removes a heredoc",
      "COPY <<E /x\na\nE\nUSER 1",
      (file, instruction) => removeInstruction(file, instruction),
      "USER 1",
    ],
  ])("%s", (name, text, make, expected) => {
    const first = name.startsWith("removes a heredoc") || text.includes("RUN c") ? 0 : -1;
    const number = name.startsWith("removes lines") ? 1 : first;
    expect(edited(text, make, number)).toBe(expected);
  });

  it("keeps the tree around an insertion", () => {
    const text = "FROM a\nRUN b \\\n# c\n";
    const after = parseDockerfile(
      edited(text, (file, instruction) => insertAfter(file, instruction, "USER 1")),
    );
    expect(after.instructions.map((instruction) => instruction.keyword)).toEqual(["FROM", "RUN", "USER"]);
  });
});
