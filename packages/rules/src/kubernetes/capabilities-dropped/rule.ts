import {
  appendInPart,
  defineRule,
  setInPart,
  type CelRule,
  type Part,
  type ProposedFix,
} from "@plimsoll/core";
import { asSequence, getNode } from "@plimsoll/syntax";
import { celList, DEFAULT_CAPABILITIES } from "../../shared-pods/capabilities.ts";
import { HELD_TO_LINUX_RULES } from "../../shared-pods/conditions.ts";

const DROP = "securityContext.capabilities.drop";
const dropped = "container.?securityContext.?capabilities.?drop.orValue([])";
const when = `kubernetesMinor >= 22 && ${HELD_TO_LINUX_RULES}`;
const dropsAll = `${dropped}.exists(name, name in ["ALL", "all", "All"])`;
const dropsRaw = `${dropped}.exists(name, name.upperAscii() == "NET_RAW")`;
const dropsDefaults = `${celList(DEFAULT_CAPABILITIES)}.all(given, ${dropped}.exists(name, name.upperAscii() == given))`;

/** What asks for ALL, and not only for the capabilities that a runtime gives or that open raw sockets. */
const STRICT = [
  "psa:capabilities_restricted",
  "trivy:KSV-0003",
  "trivy:KSV-0004",
  "trivy:KSV-0106",
  "checkov:CKV_K8S_37",
  "kubescape:C-0211",
  "kics:no_drop_capabilities_for_containers",
];

export const rule: CelRule = defineRule({
  id: "kubernetes/capabilities-dropped",
  title: "Containers drop all capabilities",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM008"],
  aliases: [
    ...STRICT,
    "checkov:CKV_K8S_28",
    "kube-linter:drop-net-raw-capability",
    "polaris:insecureCapabilities",
    "kics:net_raw_capabilities_not_being_dropped",
  ],
  narrows: true,
  since: "0.1.0",
  options: {
    exactSpelling: {
      description:
        "Count only ALL in capitals, as Pod Security admission does; container runtimes take all, too.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  each: "containers",
  when,
  require: `${dropsAll} || ${dropsRaw}`,
  problem: "notDropped",
  at: [`${DROP}:`],
  message: 'Container "{name}" keeps capabilities that it may not need: capabilities.drop has no "ALL".',
  fix: dropAll,
  also: [
    {
      each: "containers",
      when: `${when} && ${dropsRaw} && !(${dropsDefaults})`,
      require: dropsAll,
      problem: "someDropped",
      standsFor: [...STRICT, "polaris:insecureCapabilities"],
      at: [`${DROP}:`],
      message:
        'Container "{name}" drops single capabilities and keeps the rest: capabilities.drop has no "ALL".',
      fix: dropAll,
    },
    {
      each: "containers",
      when: `${when} && ${dropsDefaults}`,
      require: dropsAll,
      problem: "droppedByName",
      severity: "warning",
      standsFor: STRICT,
      at: [`${DROP}:`],
      message:
        'Container "{name}" drops by name what today\'s runtimes give: only "ALL" covers what a new kernel brings.',
      fix: dropAll,
    },
    {
      each: "containers",
      when: `${when} && params.exactSpelling`,
      require: `"ALL" in ${dropped} || !${dropped}.exists(name, name in ["all", "All"])`,
      problem: "spelling",
      at: [`${DROP}:`],
      message:
        'Container "{name}" drops "all", which Pod Security admission does not count: it must be "ALL".',
      fix: dropAll,
    },
  ],
});

/** Adds ALL to the list that is there, so that comments in it stay, or makes one. */
function dropAll(part: Part): readonly ProposedFix[] {
  const list = asSequence(getNode(part.node, DROP.split(".")));
  const edits =
    list === undefined || list.items.length === 0
      ? setInPart(part, DROP, ["ALL"])
      : appendInPart(part, DROP, "ALL");
  return [{ title: "Drop all capabilities", safety: "review", edits }];
}
