import type { Status } from "@plimsoll/language-server/protocol";
import type { Translate } from "../translate.ts";

/** What the status item says. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: "information" | "warning" | "error";
  readonly isBusy: boolean;
}

/** The words of the status item; undefined stands for a server that does not run. */
export function statusText(status: Status | undefined, t: Translate): StatusText {
  if (status === undefined) {
    return { text: t("Plimsoll is not running"), detail: "", severity: "information", isBusy: false };
  }
  if (status.state === "error") {
    const detail = status.message ?? t("See the output.");
    return { text: t("Plimsoll cannot check"), detail, severity: "error", isBusy: false };
  }
  const { error, warning, info } = status.findings;
  const isBusy = status.state === "indexing";
  const progress = t("checking {0} of {1} files", status.files.done, status.files.total);
  return {
    text: t("{0} errors, {1} warnings, {2} hints", error, warning, info),
    detail: [isBusy ? progress : "", ...facts(status, t)].filter((part) => part !== "").join(" · "),
    severity: "information",
    isBusy,
  };
}

/** Profile, rules, and how long the last check took. */
export function facts({ profile, rules, lastRunMs }: Status, t: Translate): readonly string[] {
  return [profile, t("{0} rules", rules), lastRunMs === undefined ? "" : t("{0} ms", roundTime(lastRunMs))];
}

/** Two digits are enough below ten. */
function roundTime(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
}
