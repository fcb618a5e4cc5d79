import type { Reason } from "./reasons.ts";

const tool = "trivy";

const BROKEN = "The file cannot be built as it is; ours reports that and judges no further.";
const LAST_COUNTS =
  "One finding a file: ours stands on the instruction without effect, trivy's on the one that takes its place.";
const NAME_REFUSED =
  "An image name with capital letters is refused by the builder, and that is what ours reports.";
const PLACEHOLDER = ["nodesjs-mongodb/web-controller.yaml", "volumes/flexvolume/deploy/ds.yaml"];

/** Why ours lacks findings of trivy. */
export const trivyReasons: readonly Reason[] = [
  {
    tool,
    id: "DS-0001",
    files: [
      "checkov/dockerfile/AliasIsUnique/failure/Dockerfile.d/Dockerfile",
      "same_alias_in_different_froms/positive.dockerfile.d/Dockerfile",
    ],
    reason: NAME_REFUSED,
  },
  { tool, id: "DS-0002", where: "broken", reason: BROKEN },
  { tool, id: "DS-0007", where: "elsewhere", reason: LAST_COUNTS },
  {
    tool,
    id: "DS-0012",
    where: "elsewhere",
    reason: "One finding a name, on the stage that takes it a second time.",
  },
  {
    tool,
    id: "DS-0013",
    reason:
      "Ours speaks of a step that starts with cd. A step that goes into folders that it made itself, or several, is better off with cd: WORKDIR would split it.",
  },
  {
    tool,
    id: "DS-0015",
    files: ["yum_install_allows_manual_input/positive.dockerfile.d/Dockerfile"],
    reason: 'In this JSON form the program is called "sudo yum", with a blank: it is not yum.',
  },
  { tool, id: "DS-0016", where: "elsewhere", reason: LAST_COUNTS },
  { tool, id: "DS-0016", where: "broken", reason: BROKEN },
  {
    tool,
    id: "DS-0017",
    where: "elsewhere",
    reason: "Ours stands on the install that uses the stale index, not on the update before it.",
  },
  {
    tool,
    id: "DS-0017",
    files: [
      "update_instruction_alone/negative5.dockerfile.d/Dockerfile",
      "update_instruction_alone/negative7.dockerfile.d/Dockerfile",
    ],
    reason: "No install by this package manager follows the update, so nothing is stale.",
  },
  {
    tool,
    id: "DS-0021",
    files: [
      "apt_get_missing_flags_to_avoid_manual_input/negative4.dockerfile.d/Dockerfile",
      "apt_get_missing_flags_to_avoid_manual_input/negative7.dockerfile.d/Dockerfile",
      "apt_get_missing_flags_to_avoid_manual_input/negative8.dockerfile.d/Dockerfile",
    ],
    reason: "To apt-get, -qq and a second -q mean yes, too.",
  },
  { tool, id: "DS-0023", where: "elsewhere", reason: LAST_COUNTS },
  {
    tool,
    id: "DS-0025",
    where: "outsideFinal",
    reason: "A cache in a build stage does not get into the final image, which takes single files from it.",
  },
  { tool, id: "DS-0026", where: "broken", reason: BROKEN },
  {
    tool,
    id: "DS-0029",
    files: [
      "apt_get_install_pin_version_not_defined/negative2.dockerfile.d/Dockerfile",
      "apt_get_install_pin_version_not_defined/positive.dockerfile.d/Dockerfile",
      "apt_get_install_pin_version_not_defined/positive2.dockerfile.d/Dockerfile",
    ],
    reason: "What follows -t is the release, so this command installs no package at all.",
  },
  {
    tool,
    id: "DS-0029",
    byHand: true,
    reason:
      "The option stands behind the packages, or the command repairs what dpkg has left and names no package.",
  },
  {
    tool,
    id: "DS-0031",
    byHand: true,
    reason: "GPG_KEY holds the fingerprint of a public key, by which the download is verified.",
  },
  ...["KSV-0047", "KSV-0049", "KSV-0117"].map((id): Reason => ({
    tool,
    id,
    where: "elsewhere",
    reason:
      "Ours stands on the object at fault; the line that trivy gives lies in another document of the file.",
  })),
  {
    tool,
    id: "KSV-0013",
    files: PLACEHOLDER,
    reason: "The image is a placeholder for people to fill in, not a reference that could have a tag.",
  },
  {
    tool,
    id: "KSV-0109",
    files: ["examples/notifications/configmap.yaml"],
    reason: "The value is a reference ($slack-token) to a key of a Secret.",
  },
  {
    tool,
    id: "KSV-01010",
    reason:
      "The key is that of a template for e-mail or of a mapping, or its value says that it is to be replaced: none of it is a credential.",
  },
];
