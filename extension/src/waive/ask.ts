import type { WaiveParams, WaiverChoices, WaiveTarget } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import { checkExpiry, offeredExpiry, type ExpiryProblem } from "./expiry.ts";

/** Where the approver that was named last is kept, for the next waiver of this workspace. */
const APPROVER = "plimsoll.approver";
const STEPS = 5;

interface Question {
  readonly step: number;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly complain: (text: string) => string | undefined;
}

/** Asks what a waiver needs, one question after the other. Undefined where the person leaves. */
export async function askForWaiver(
  target: WaiveTarget,
  choices: WaiverChoices,
  memory: vscode.Memento,
): Promise<WaiveParams | undefined> {
  const category = await askForCategory(target, choices);
  if (category === undefined) return undefined;
  const statement = await ask(statementQuestion());
  if (statement === undefined) return undefined;
  const approver = await ask(approverQuestion(memory.get(APPROVER, "")));
  if (approver === undefined) return undefined;
  const ticket = await ask(ticketQuestion());
  if (ticket === undefined) return undefined;
  const expires = await ask(expiryQuestion(choices));
  if (expires === undefined) return undefined;
  await memory.update(APPROVER, approver);
  const { uri, rule, fingerprint } = target;
  return {
    uri,
    rule,
    fingerprint,
    category,
    statement,
    approver,
    expires,
    ...(ticket === "" ? {} : { ticket }),
  };
}

async function askForCategory(
  { rule }: WaiveTarget,
  { categories }: WaiverChoices,
): Promise<string | undefined> {
  const items = categories.map(({ id, title }) => ({ label: title, description: id, id }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: titleOf(1),
    placeHolder: vscode.l10n.t("Why may {0} not hold here?", rule),
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return chosen?.id;
}

function statementQuestion(): Question {
  return {
    step: 2,
    prompt: vscode.l10n.t("The reason, in a sentence that an assessor understands"),
    complain: (text) => (text.trim() === "" ? vscode.l10n.t("A waiver needs a reason.") : undefined),
  };
}

function approverQuestion(last: string): Question {
  return {
    step: 3,
    prompt: vscode.l10n.t("Who approves it"),
    placeholder: vscode.l10n.t("Name or role"),
    value: last,
    complain: (text) =>
      text.trim() === "" ? vscode.l10n.t("A waiver needs somebody who approves it.") : undefined,
  };
}

function ticketQuestion(): Question {
  return {
    step: 4,
    prompt: vscode.l10n.t("Ticket or plan-of-action entry; may be left empty"),
    complain: () => undefined,
  };
}

function expiryQuestion({ today, maximumDays }: WaiverChoices): Question {
  return {
    step: 5,
    prompt: vscode.l10n.t("The last day on which it holds, at most {0} days from {1}", maximumDays, today),
    value: offeredExpiry(today, maximumDays),
    complain: (text) => {
      const problem = checkExpiry(text, today, maximumDays);
      return problem === undefined ? undefined : expiryComplaint(problem, today, maximumDays);
    },
  };
}

function expiryComplaint(problem: ExpiryProblem, today: string, maximumDays: number): string {
  if (problem === "no-date") return vscode.l10n.t("Write a day as in {0}.", today);
  if (problem === "past") return vscode.l10n.t("This day is over.");
  return vscode.l10n.t("The profile allows {0} days at most.", maximumDays);
}

async function ask({ step, prompt, placeholder, value, complain }: Question): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: titleOf(step),
    prompt,
    ignoreFocusOut: true,
    validateInput: complain,
    ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
    ...(value === undefined ? {} : { value }),
  });
  return answer?.trim();
}

function titleOf(step: number): string {
  return vscode.l10n.t("Waive with justification ({0} of {1})", step, STEPS);
}
