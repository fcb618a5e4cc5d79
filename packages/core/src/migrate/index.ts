export { planConfiguration, type PlannedConfiguration } from "./plan-configuration.ts";
export { planWaivers, requireApproval, type Approval, type PlannedWaivers } from "./plan-waivers.ts";
export {
  readNamedSettings,
  readSettingsFile,
  SETTINGS_FILE_NAMES,
  type ReadSettingsFile,
} from "./read-settings.ts";
export { noteStaying, pragmaRows, type PlacedPragma } from "./settle-rows.ts";
export * from "./setting.ts";
export { compareChecks, type ComparedCheck } from "../peer/compare-checks.ts";
