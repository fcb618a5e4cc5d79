import { defineRule, type CelRule } from "@plimsoll/core";
import { HELD_TO_LINUX_RULES } from "../../shared-pods/conditions.ts";

const of = (owner: string, path: string): string => `${owner}.?securityContext.?${path}`;
/** A field that a container takes from its pod where it has none itself. */
const inherited = (field: string, none: string): string =>
  `${of("container", field)}.orValue(${of("podSpec", field)}.orValue(${none}))`;

const APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
const OFF = '["", "Unconfined", "unconfined"]';
const anyAll = (list: string): string =>
  `${of("container", `capabilities.?${list}`)}.orValue([]).exists(name, name.upperAscii() == "ALL")`;

const confinements = [
  `!(${inherited("seccompProfile", "{}")}.?type.orValue("") in ${OFF})`,
  `!(${inherited("appArmorProfile", "{}")}.?type.orValue("") in ${OFF})`,
  `!(podMetadata.?annotations[?"${APPARMOR}" + container.?name.orValue("")].orValue("") in ${OFF})`,
  `${inherited("seLinuxOptions", "{}")}.size() > 0`,
  `(${of("container", "capabilities.?drop")}.orValue([]).size() > 0 && !${anyAll("add")})`,
];

export const rule: CelRule = defineRule({
  id: "kubernetes/containers-confined",
  title: "Something confines every container",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM010"],
  aliases: ["kubescape:C-0055", "polaris:linuxHardening"],
  since: "0.1.0",
  onlyIn: [],
  each: "containers",
  when: HELD_TO_LINUX_RULES,
  require: confinements.join(" || "),
  problem: "nothing",
  at: ["securityContext:"],
  message:
    'Nothing confines container "{name}": it has no seccomp, AppArmor or SELinux profile and drops no capability.',
});
