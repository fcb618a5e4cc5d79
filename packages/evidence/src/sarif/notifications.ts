import { isCrash } from "../report/grouping.ts";
import { locationOf } from "./placing.ts";
import { messageOf } from "./sarif-text.ts";
import type { NotChecked } from "@plimsoll/core";
import type { ArtifactList } from "./placing.ts";
import type { RuleList } from "./rule-descriptors.ts";
import type {
  SarifDescriptor,
  SarifDescriptorReference,
  SarifLevel,
  SarifNotification,
} from "./sarif-log.ts";

/** Something that the report itself had to leave out. */
export interface Omission {
  readonly code: string;
  readonly text: string;
}

/** What was not checked and what was left out, as notifications of the run. */
export class NotificationList {
  readonly #indexes = new Map<string, number>();
  readonly #notifications: SarifNotification[] = [];
  readonly #rules: RuleList;
  readonly #artifacts: ArtifactList;

  constructor(rules: RuleList, artifacts: ArtifactList) {
    this.#rules = rules;
    this.#artifacts = artifacts;
  }

  addNotChecked(entry: NotChecked): void {
    const rule = entry.subject === undefined ? undefined : this.#rules.refer(entry.subject);
    const about = entry.subject === undefined || rule !== undefined ? "" : `${entry.subject}: `;
    this.#notifications.push({
      descriptor: this.#refer(entry.code),
      level: levelOfGap(entry),
      message: messageOf(about + entry.reason),
      ...(rule === undefined ? {} : { associatedRule: rule }),
      ...(entry.file === undefined
        ? {}
        : { locations: [locationOf(entry.file, entry.range, this.#artifacts)] }),
    });
  }

  addOmission({ code, text }: Omission): void {
    this.#notifications.push({ descriptor: this.#refer(code), level: "warning", message: { text } });
  }

  get notifications(): readonly SarifNotification[] {
    return this.#notifications;
  }

  get descriptors(): readonly SarifDescriptor[] {
    return [...this.#indexes.keys()].map((id) => ({ id }));
  }

  #refer(code: string): SarifDescriptorReference {
    const index = this.#indexes.get(code) ?? this.#indexes.size;
    this.#indexes.set(code, index);
    return { id: code, index };
  }
}

/** A crash is an error of the tool; a gap about a file needs attention; a gap about no file is for information. */
function levelOfGap(entry: NotChecked): SarifLevel {
  if (isCrash(entry)) return "error";
  return entry.file === undefined ? "note" : "warning";
}
