import type { ComponentRun } from "./component-run.ts";
import { isPluginOn } from "./check-plugins.ts";

/** The first minor versions without the plugins that bound pods before the Pod Security Standards. */
const WITHOUT_POD_SECURITY_POLICY = 25;
const WITHOUT_SECURITY_CONTEXT_DENY = 30;

/** Whether no plugin of old versions bounds pods, so that Pod Security admission has to. */
export function needsPodSecurity(run: ComponentRun): boolean {
  const hasPolicy = run.minor < WITHOUT_POD_SECURITY_POLICY && isPluginOn(run, "PodSecurityPolicy") !== false;
  const hasDeny =
    run.minor < WITHOUT_SECURITY_CONTEXT_DENY && isPluginOn(run, "SecurityContextDeny") !== false;
  return !hasPolicy && !hasDeny;
}
