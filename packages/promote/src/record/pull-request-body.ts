import type { PromotionPlan } from "../plan.ts";

/** Places that a body lists. */
const MOST_ROWS = 50;

/** Control characters, and those that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/gu;

/** What a pull request says of a promotion, in Markdown. Names of files are foreign text and can do nothing here. */
export function pullRequestBody(plan: PromotionPlan, introduction = ""): string {
  const changed = plan.places.filter(({ digest }) => digest !== plan.image.digest);
  const rows = changed
    .slice(0, MOST_ROWS)
    .map(
      ({ file, path, digest }) =>
        `- ${code(file)}, ${code(path)}: ${digest === undefined ? "no digest" : code(digest)}`,
    );
  const more = changed.length > MOST_ROWS ? [`- ${changed.length - MOST_ROWS} more`] : [];
  const notes = plan.notes
    .slice(0, MOST_ROWS)
    .map(
      ({ file, path, message, code: name }) =>
        `- ${code(file)}, ${code(path)}: ${code(message)} (${code(name)})`,
    );
  return [
    ...(introduction === "" ? [] : [introduction, ""]),
    `Image: ${code(plan.image.name)}  `,
    `Digest: ${code(plan.image.digest)}  `,
    `Environment: ${code(plan.environment)}`,
    "",
    "Places that change, with what stands there now:",
    "",
    ...rows,
    ...more,
    ...(notes.length > 0 ? ["", "To know:", "", ...notes] : []),
    "",
  ].join("\n");
}

/** Text as code: nothing in it is Markdown, a mention, a link or HTML. */
function code(text: string): string {
  const clean = text.replaceAll(UNSEEN, " ").replaceAll("`", "'");
  const shown = clean.trim().slice(0, 300);
  return shown === "" ? "(none)" : `\`${shown}\``;
}
