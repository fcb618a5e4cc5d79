import { dayNumber } from "../config/calendar.ts";
import { CodedError } from "../error/coded-error.ts";
import type { Finding, WaivedFinding } from "../finding/finding.ts";
import { newWaiver, type NewWaiverPolicy } from "../waiver/new-waiver.ts";
import type { Waiver, WaiverScope } from "../waiver/waiver.ts";
import { exceptionMatcher } from "./match-exception.ts";
import type { MigratedSetting, PeerException, PeerSetting } from "./setting.ts";

/** What a person adds to what the sources say: a waiver without an approver or an end is none. */
export interface Approval {
  readonly approver: string | undefined;
  /** ISO date, for exceptions without one of their own. */
  readonly expires: string | undefined;
  readonly category: string;
}

/** What waivers are made from. */
export interface WaiverPlanRequest {
  /** Settings of which the exceptions count. */
  readonly settings: readonly PeerSetting[];
  /** Findings under the migrated configuration, without any waiver. Paths count from the migrated folder. */
  readonly findings: readonly Finding[];
  /** Findings that pragmas excuse in place. */
  readonly excused: readonly WaivedFinding[];
  readonly approval: Approval;
  readonly policy: NewWaiverPolicy;
}

export interface PlannedWaivers {
  readonly waivers: readonly Waiver[];
  readonly rows: readonly MigratedSetting[];
  /** How many waivers cannot be made for want of an approver or an end. */
  readonly unapproved: number;
  /** What is missing, as options of the command. */
  readonly missing: readonly ("--approver" | "--expires")[];
}

/**
 * Makes waivers of exceptions and pragmas. Each covers what its source covers today: a finding's object, or the finding
 * itself. What excuses nothing makes none, since an unused waiver would excuse the problem when it comes back.
 */
export async function planWaivers(request: WaiverPlanRequest): Promise<PlannedWaivers> {
  const planner = new Planner(request);
  for (const setting of request.settings)
    if (setting.effect.kind === "exception") await planner.addException(setting, setting.effect.exception);
  for (const waived of request.excused) planner.addPragma(waived);
  return planner.finish();
}

/** One waiver to be, as its source has it. */
interface Wanted {
  readonly finding: Finding;
  readonly scope: WaiverScope;
  readonly statement: string;
  readonly expires: string | undefined;
}

class Planner {
  readonly #request: WaiverPlanRequest;
  readonly #waivers = new Map<string, Waiver>();
  readonly #rows: MigratedSetting[] = [];
  readonly #missing = new Set<"--approver" | "--expires">();
  /** Findings that a waiver covers already: a second one would be unused. */
  readonly #covered = new Set<Finding>();
  #unapproved = 0;

  constructor(request: WaiverPlanRequest) {
    this.#request = request;
  }

  finish(): PlannedWaivers {
    return {
      waivers: [...this.#waivers.values()],
      rows: this.#rows,
      unapproved: this.#unapproved,
      missing: [...this.#missing].sort(),
    };
  }

  async addException(setting: PeerSetting, exception: PeerException): Promise<void> {
    const { today } = this.#request.policy;
    if (exception.expires !== undefined && exception.expires < today)
      return this.#say(setting, "not needed", `it ended on ${exception.expires}`);
    const matches = await exceptionMatcher(setting.tool, exception);
    if (typeof matches !== "function")
      return this.#say(setting, "no counterpart", `It cannot be read: ${matches.problem}.`);
    const found = this.#request.findings.filter(matches);
    if (found.length === 0)
      return this.#say(setting, "not needed", "nothing here breaks a rule that it is about");
    const open = found.filter((finding) => !this.#covered.has(finding));
    if (open.length === 0)
      return this.#say(setting, "not needed", "another exception covers the same findings");
    const others = objectsOf(this.#request.findings.filter((finding) => !matches(finding)));
    const isWhole = exception.containers === undefined;
    const statement = exception.statement?.trim() ?? "";
    const wanted = open.map((finding) => ({
      finding,
      scope: isWhole ? scopeOf(finding, others) : exactScope(finding),
      statement: statement === "" ? noReason(setting.words, setting.file) : statement,
      expires: exception.expires,
    }));
    return this.#say(setting, "carried", this.#make(wanted));
  }

  addPragma({ finding, reference, justification, expires, pragma }: WaivedFinding): void {
    const hasReason =
      justification !== "" && !justification.startsWith(`The ${pragma ?? ""} pragma gives no reason`);
    this.#make([
      {
        finding,
        scope: exactScope(finding),
        statement: hasReason ? justification : noReason(reference, finding.file),
        expires,
      },
    ]);
  }

  /** Makes the waivers, and says in words what they are. */
  #make(wanted: readonly Wanted[]): string {
    const ids = new Set<string>();
    let isShortened = false;
    for (const one of wanted) {
      this.#covered.add(one.finding);
      const waiver = this.#makeOne(one);
      if (waiver === undefined) continue;
      ids.add(waiver.id);
      isShortened ||= one.expires !== undefined && waiver.expires !== one.expires;
    }
    const rules = [...new Set(wanted.map(({ finding }) => finding.ruleId))].join(", ");
    const count = ids.size === 0 ? "waivers" : ids.size === 1 ? "1 waiver" : `${ids.size} waivers`;
    const shortened = isShortened ? "; the profile does not let it last as long as its source" : "";
    return `${count} for ${rules}${shortened}`;
  }

  /** Undefined where nobody answers for it, or it has no end. */
  #makeOne({ finding, scope, statement, expires }: Wanted): Waiver | undefined {
    const { approval, policy } = this.#request;
    const { approver, category } = approval;
    const end = this.#endOf(expires) ?? approval.expires;
    if (approver === undefined) this.#missing.add("--approver");
    if (end === undefined) this.#missing.add("--expires");
    if (approver === undefined || end === undefined) {
      this.#unapproved += 1;
      return undefined;
    }
    const waiver = newWaiver(
      { rule: finding.ruleId, scope, statement, approver, category, expires: end },
      policy,
    );
    if (!this.#waivers.has(waiver.id)) this.#waivers.set(waiver.id, waiver);
    return waiver;
  }

  /** The source's own end, where the profile lets a waiver last that long. */
  #endOf(expires: string | undefined): string | undefined {
    const { today, profile } = this.#request.policy;
    const [first, last] = [dayNumber(today), dayNumber(expires ?? "")];
    if (expires === undefined || first === undefined || last === undefined) return undefined;
    return profile !== undefined && last - first > profile.waiverMaximumDays ? undefined : expires;
  }

  #say(setting: PeerSetting, outcome: MigratedSetting["outcome"], became: string): void {
    const { tool, file, line, words } = setting;
    this.#rows.push({ tool, file, line, words, outcome, became });
  }
}

/** A rule and an object, as a key. */
function objectKey({ ruleId, file, resource }: Finding): string {
  return [ruleId, file, resource?.kind, resource?.namespace, resource?.name].join("\u0000");
}

function objectsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(objectKey));
}

/** The finding's object, unless that would excuse another finding too, or there is none. */
function scopeOf(finding: Finding, others: ReadonlySet<string>): WaiverScope {
  const { resource, file } = finding;
  if (resource === undefined || resource.name === "" || others.has(objectKey(finding)))
    return exactScope(finding);
  const { kind, name, namespace } = resource;
  return { ...pathOf(file), resource: { kind, name, ...(namespace === undefined ? {} : { namespace }) } };
}

function exactScope({ file, fingerprint }: Finding): WaiverScope {
  return { ...pathOf(file), fingerprint };
}

/** A path with signs of a glob would match other files, or not its own. */
function pathOf(file: string): Pick<WaiverScope, "paths"> {
  return /[*?{}]/.test(file) ? {} : { paths: [file] };
}

function noReason(words: string, file: string): string {
  return `Carried over from "${words}" in ${file}, which gives no reason.`;
}

/**
 * What a plan that wants approval says.
 * @throws CodedError `migrate/needs-approval` where waivers result and nobody answers for them.
 */
export function requireApproval({ unapproved, missing }: PlannedWaivers): void {
  if (missing.length === 0) return;
  const many = unapproved === 1 ? "1 exception becomes a waiver" : `${unapproved} exceptions become waivers`;
  throw new CodedError({
    code: "migrate/needs-approval",
    message: `${many}; that also needs ${missing.join(" and ")}. Nothing was written.`,
    nextStep:
      'Give both, such as --approver "J. Doe (ISSM)" --expires 2027-03-31, or look first with --dry-run.',
  });
}
