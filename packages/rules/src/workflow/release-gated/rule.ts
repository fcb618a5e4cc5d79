import {
  activitiesBefore,
  activitiesOf,
  canStop,
  compileGlob,
  defineRule,
  type ImagePolicy,
  type StageActivity,
  type WorkspaceRule,
} from "@plimsoll/core";
import { parseImageReference } from "@plimsoll/syntax";

export const rule: WorkspaceRule = defineRule({
  id: "workflow/release-gated",
  title: "What is released has passed a gate, and goes to the declared registry",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI020"],
  aliases: [],
  since: "0.2.0",
  *judge(inventory, { images }) {
    const pipeline = inventory.pipeline();
    for (const found of activitiesOf(pipeline, ["push-image", "copy-image", "promote"])) {
      const { activity } = found;
      const { file, range } = activity;
      const isGated = activitiesBefore(pipeline, found).some(
        (one) => one.activity === "release-gate" && canStop(one),
      );
      // A manifest that is changed and applied in one job is a deployment, for which another rule asks.
      const isOfDeployment = activity.activity === "promote" && found.stage.phase === "deploy";
      if (!isGated && !isOfDeployment && releases(activity, images)) {
        yield {
          problem: "notGated",
          message: "This releases the image, and no gate that can stop it stands before.",
          file,
          at: range,
          subject: found.stage.id,
        };
      }
      const other = otherRegistry(activity, images);
      if (other !== undefined) {
        yield {
          problem: "otherRegistry",
          message: `The image goes to ${other}, which is not the factory's registry ${images.registry ?? ""}.`,
          file,
          at: range,
          subject: other,
        };
      }
    }
  },
});

/** A copy or promotion releases; a push does where its tag is one of releases. */
function releases({ activity, subjects = [] }: StageActivity, { releaseTag }: ImagePolicy): boolean {
  if (activity !== "push-image") return true;
  if (releaseTag === undefined) return false;
  const matches = compileGlob(releaseTag);
  return subjects.some((subject) => {
    const result = subject.includes("$") ? undefined : parseImageReference(subject);
    return result?.ok === true && result.reference.tag !== undefined && matches(result.reference.tag);
  });
}

/** The registry that is pushed to, where it is another than the declared one. */
function otherRegistry(
  { activity, subjects = [] }: StageActivity,
  { registry }: ImagePolicy,
): string | undefined {
  if (activity !== "push-image" || registry === undefined) return undefined;
  const host = registry.split("/")[0] ?? registry;
  for (const subject of subjects) {
    const result = subject.includes("$") ? undefined : parseImageReference(subject);
    if (result?.ok === true && result.reference.registry !== host) return result.reference.registry;
  }
  return undefined;
}
