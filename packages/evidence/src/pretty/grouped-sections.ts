import { counted, firstOf, groupBy, isCrash } from "../report/grouping.ts";
import { placeText } from "./finding-block.ts";
import { shownText } from "./pretty-style.ts";
import { wrapWords } from "./wrap.ts";
import type { NotChecked, WaivedFinding } from "@plimsoll/core";
import type { PrettyStyle } from "./pretty-style.ts";

const SHOWN_PLACES = 5;
const SHOWN_GROUPS = 20;
const SHOWN_REASONS = 3;

/** Waived findings, by what excuses them; waivers that end first come first. */
export function waivedSection(waived: readonly WaivedFinding[], style: PrettyStyle): readonly string[] {
  if (waived.length === 0) return [];
  const groups = [
    ...groupBy(waived, (entry) => JSON.stringify([entry.by, entry.reference, entry.expires])).values(),
  ];
  groups.sort((a, b) => compareText(a[0]?.expires ?? "~", b[0]?.expires ?? "~"));
  const blocks = groups.slice(0, SHOWN_GROUPS).map((group) => waivedGroup(group, style));
  return [
    "",
    style.palette.bold(`Waived (${waived.length})`),
    ...blocks.flat(),
    ...moreGroups(groups.length, style),
  ];
}

function waivedGroup(group: readonly WaivedFinding[], style: PrettyStyle): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const until = first.expires === undefined ? "" : `, until ${shownText(first.expires)}`;
  const head = `${first.by} ${shownText(first.reference)}${until}: ${counted(group.length, "finding")}`;
  const places = group.map(
    ({ finding }) => `${shownText(finding.ruleId)} ${placeText(finding.file, finding.range)}`,
  );
  return [
    ...wrapIndented(head, 2, style),
    ...wrapIndented(shownText(first.justification), 4, style).map(style.palette.dim),
    ...listed(places, 4, style),
  ];
}

/** What was not checked, by code: crashes of Plimsoll first, then the most frequent. */
export function notCheckedSection(notChecked: readonly NotChecked[], style: PrettyStyle): readonly string[] {
  if (notChecked.length === 0) return [];
  const groups = [...groupBy(notChecked, (entry) => entry.code).values()];
  groups.sort((a, b) => crashRank(a) - crashRank(b) || b.length - a.length);
  const blocks = groups.slice(0, SHOWN_GROUPS).map((group) => notCheckedGroup(group, style));
  const title = style.palette.bold(`Not checked (${notChecked.length})`);
  return ["", title, ...blocks.flat(), ...moreGroups(groups.length, style)];
}

function crashRank(group: readonly NotChecked[]): number {
  return group.some(isCrash) ? 0 : 1;
}

function notCheckedGroup(group: readonly NotChecked[], style: PrettyStyle): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const paint = isCrash(first) ? style.palette.severity.error : style.palette.severity.warning;
  const reasons = [...groupBy(group, (entry) => entry.reason)];
  const { length } = reasons;
  const lines = reasons
    .slice(0, SHOWN_REASONS)
    .flatMap(([reason, entries]) => [
      ...wrapIndented(shownText(reason), 4, style),
      ...listed(entries.flatMap(subjectText), 4, style),
    ]);
  const more =
    length > SHOWN_REASONS
      ? [`    ${style.palette.dim(`and ${counted(length - SHOWN_REASONS, "other reason")}`)}`]
      : [];
  return [`  ${paint(shownText(first.code))}: ${group.length}`, ...lines, ...more];
}

function subjectText(entry: NotChecked): readonly string[] {
  const subject = entry.subject === undefined ? [] : [shownText(entry.subject)];
  const place = entry.file === undefined ? [] : [placeText(entry.file, entry.range)];
  const text = [...place, ...subject].join(" ");
  return text === "" ? [] : [text];
}

function listed(items: readonly string[], indent: number, style: PrettyStyle): readonly string[] {
  const { shown, more } = firstOf(items, SHOWN_PLACES);
  const lines = more === 0 ? shown : [...shown, `and ${more} more`];
  return lines.map((line) => " ".repeat(indent) + style.palette.dim(line));
}

function moreGroups(count: number, style: PrettyStyle): readonly string[] {
  return count <= SHOWN_GROUPS
    ? []
    : [`  ${style.palette.dim(`and ${count - SHOWN_GROUPS} more groups; --format json names all`)}`];
}

function wrapIndented(text: string, indent: number, style: PrettyStyle): readonly string[] {
  return wrapWords(text, style.width - indent).map((line) => " ".repeat(indent) + line);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
