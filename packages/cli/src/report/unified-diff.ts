import { createTwoFilesPatch } from "diff";
import type { Paint } from "../terminal/paint.ts";
import { printable } from "../terminal/progress.ts";

/** What changes in a file. */
export interface TextChange {
  /** Workspace path. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The change as a unified diff that `git apply` and `patch -p1` understand. */
export function unifiedDiff({ file, before, after }: TextChange, paint: Paint): string {
  const patch = createTwoFilesPatch(
    diffName("a", file),
    diffName("b", file),
    before,
    after,
    undefined,
    undefined,
    {
      context: 3,
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    },
  );
  return patch
    .split("\n")
    .map((line) => painted(line, paint))
    .join("\n");
}

/** Names that hold quotes or control characters are quoted, as git does. */
function diffName(side: string, file: string): string {
  const name = `${side}/${file}`;
  return printable(name) === name && !/["\\]/u.test(name) ? name : JSON.stringify(name);
}

function painted(line: string, paint: Paint): string {
  if (line.startsWith("+++") || line.startsWith("---")) return paint.strong(line);
  if (line.startsWith("+")) return paint.added(line);
  if (line.startsWith("-")) return paint.removed(line);
  return line.startsWith("@@") ? paint.dim(line) : line;
}
