import { visibleText } from "../report/visible-text.ts";
import type { Severity } from "@plimsoll/core";
import type { SarifLevel, SarifMessage } from "./sarif-log.ts";

const LEVELS: Readonly<Record<Severity, SarifLevel>> = { error: "error", warning: "warning", info: "note" };

/** The level that stands for a severity. */
export function levelOf(severity: Severity): SarifLevel {
  return LEVELS[severity];
}

/**
 * Foreign words as a plain message. Control characters become visible, and what would read as an embedded link
 * (section 3.11.6 of the standard) is broken, so that input cannot place links in a viewer.
 */
export function messageOf(text: string): SarifMessage {
  const shown = visibleText(text, { keepLineBreaks: true, keepTabs: true }).replaceAll("](", "] (");
  return { text: shown === "" ? "(no text)" : shown };
}

/** A workspace path as a relative reference (RFC 3986): every segment percent-encoded, lone surrogates as U+FFFD. */
export function uriOf(file: string): string {
  return file.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
