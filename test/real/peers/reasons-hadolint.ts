import type { Reason } from "./reasons.ts";

const tool = "hadolint";

const CACHE_OUTSIDE =
  "A cache in a build stage does not get into the final image, which takes single files from it.";
const LAST_COUNTS =
  "One finding a file: ours stands on the instruction without effect, hadolint's on the one that takes its place.";

/** Why ours lacks findings of hadolint. */
export const hadolintReasons: readonly Reason[] = [
  {
    tool,
    id: "DL1000",
    files: [
      "buildkit-lint/ExposeInvalidFormat-34.Dockerfile.d/Dockerfile",
      "buildkit-lint/MultipleInstructionsDisallowed-25.Dockerfile.d/Dockerfile",
      "buildkit-parser/testfiles/env/Dockerfile.d/Dockerfile",
      "buildkit-parser/testfiles/trailing-backslash/Dockerfile.d/Dockerfile",
    ],
    reason: "The builder takes this file, and so does our reader: hadolint's grammar is narrower.",
  },
  {
    tool,
    id: "DL1000",
    says: "unexpected '#'",
    byHand: true,
    reason: "A comment right behind a heredoc is well-formed: hadolint's grammar is narrower.",
  },
  {
    tool,
    id: "DL3001",
    byHand: true,
    reason:
      "kill ends a process that the same step has started in the background, for which there is no other way.",
  },
  {
    tool,
    id: "DL3003",
    reason:
      "Ours speaks of a step that starts with cd. A step that goes into folders that it made itself, or several, is better off with cd: WORKDIR would split it.",
  },
  {
    tool,
    id: "DL3004",
    files: ["yum_install_allows_manual_input/positive.dockerfile.d/Dockerfile"],
    reason: 'In this JSON form the program is called "sudo yum", with a blank: it is not sudo.',
  },
  {
    tool,
    id: "DL3006",
    files: [
      "checkov/dockerfile/AliasIsUnique/failure/Dockerfile.d/Dockerfile",
      "same_alias_in_different_froms/positive.dockerfile.d/Dockerfile",
    ],
    reason: "An image name with capital letters is refused by the builder, and that is what ours reports.",
  },
  {
    tool,
    id: "DL3009",
    byHand: true,
    reason:
      "The step ends with apt-get dist-clean, which removes the lists and which hadolint does not know.",
  },
  { tool, id: "DL3012", where: "elsewhere", reason: LAST_COUNTS },
  {
    tool,
    id: "DL3013",
    files: ["unpinned_package_version_in_pip_install/negative1.dockerfile.d/Dockerfile"],
    reason: "A single = names a version, if wrongly: pip refuses it, so nothing unpinned is ever installed.",
  },
  {
    tool,
    id: "DL3015",
    files: [
      "apt_get_install_pin_version_not_defined/negative2.dockerfile.d/Dockerfile",
      "apt_get_install_pin_version_not_defined/positive.dockerfile.d/Dockerfile",
      "apt_get_install_pin_version_not_defined/positive2.dockerfile.d/Dockerfile",
    ],
    reason: "What follows -t is the release, so this command installs no package at all.",
  },
  {
    tool,
    id: "DL3015",
    byHand: true,
    reason:
      "The command names no package: with -f it repairs what dpkg has left, or the list is in a variable.",
  },
  { tool, id: "DL3019", where: "outsideFinal", reason: CACHE_OUTSIDE },
  {
    tool,
    id: "DL3022",
    byHand: true,
    reason: "--from may name an image: ours asks that it be pinned and from an approved source instead.",
  },
  {
    tool,
    id: "DL3025",
    files: [
      "checkov/dockerfile/AliasIsUnique/success_platform/Dockerfile.d/Dockerfile",
      "checkov/dockerfile/RunUsingAPT/failure/Dockerfile.d/Dockerfile",
      "checkov/dockerfile/RunUsingAPT/success/Dockerfile.d/Dockerfile",
      "missing_zypper_non_interactive_switch/negative.dockerfile.d/Dockerfile",
      "missing_zypper_non_interactive_switch/positive.dockerfile.d/Dockerfile",
      "missing_dnf_clean_all/bad0.Dockerfile.d/Dockerfile",
      "missing_dnf_clean_all/good0.Dockerfile.d/Dockerfile",
      "multiple_healthcheck_instructions/bad0.Dockerfile.d/Dockerfile",
      "multiple_healthcheck_instructions/good0.Dockerfile.d/Dockerfile",
    ],
    reason: "A HEALTHCHECK gets no signals to pass on, and its `|| exit 1` needs the shell.",
  },
  {
    tool,
    id: "DL3025",
    files: ["buildkit-parser/testfiles/escapes/Dockerfile.d/Dockerfile"],
    reason: "This is the JSON form: hadolint's grammar lacks some escapes of JSON.",
  },
  {
    tool,
    id: "DL3025",
    where: "broken",
    reason: "The file cannot be built as it is; ours reports that and judges no further.",
  },
  {
    tool,
    id: "DL3025",
    files: ["not_using_json_in_cmd_and_entrypoint_arguments/negative2.dockerfile.d/Dockerfile"],
    reason: "In a build stage that is not part of the final image, CMD and ENTRYPOINT start nothing.",
  },
  {
    tool,
    id: "DL3029",
    files: [
      "FromPlatformFlagConstDisallowed-31.Dockerfile.d/Dockerfile",
      "FromPlatformFlagConstDisallowed-32.Dockerfile.d/Dockerfile",
    ],
    reason:
      "One stage for each platform, told apart by name, is what --platform is for; BuildKit says so too.",
  },
  { tool, id: "DL3042", where: "outsideFinal", reason: CACHE_OUTSIDE },
  {
    tool,
    id: "DL3059",
    reason:
      "Ours speaks of steps in shell form in the final image: layers of build stages are thrown away, and JSON forms cannot be joined.",
  },
  {
    tool,
    id: "DL3062",
    byHand: true,
    reason: "What go runs here is a file of the checkout, or a package that a module file pins.",
  },
  {
    tool,
    id: "DL3064",
    files: ["buildkit-lint/SecretsUsedInArgOrEnv-02.Dockerfile.d/Dockerfile"],
    reason:
      "A name that ends with _FILE holds a path, and a public token is no secret; BuildKit says so too.",
  },
  {
    tool,
    id: "DL3066",
    where: "elsewhere",
    reason: "Only the last USER is the container's; the ones before it serve the steps of the build.",
  },
  {
    tool,
    id: "DL3066",
    where: "outsideFinal",
    reason: "The user of a build stage does not run the container.",
  },
  {
    tool,
    id: "DL3066",
    files: [
      "checkov/dockerfile/RootUser/failure/Dockerfile.d/Dockerfile",
      "multiple_cmd_instructions_listed/bad0.Dockerfile.d/Dockerfile",
      "multiple_cmd_instructions_listed/good0.Dockerfile.d/Dockerfile",
    ],
    reason:
      "The name root is known to every system, and another rule says that it must not run the container.",
  },
  {
    tool,
    id: "DL4001",
    where: "elsewhere",
    reason: "One finding a stage, on the second of the two programs.",
  },
  { tool, id: "DL4003", where: "elsewhere", reason: LAST_COUNTS },
  {
    tool,
    id: "DL4003",
    where: "broken",
    reason: "The file has no FROM; ours reports that and judges no further.",
  },
  { tool, id: "DL4004", where: "elsewhere", reason: LAST_COUNTS },
  {
    tool,
    id: "DL4006",
    reason:
      "The first command of this pipe is echo or printf of a given text, which does not fail; a | in a JSON form is an argument and no pipe.",
  },
  {
    tool,
    id: "SC1001",
    reason: "A backslash before a letter outside quotes is dropped: the step does what it would do without.",
  },
  {
    tool,
    id: "SC1072",
    files: ["buildkit-parser/testfiles/continue-at-eof/Dockerfile.d/Dockerfile"],
    reason: "The builder drops a continuation at the end of the file, so the shell never sees it.",
  },
  { tool, id: "SC1088", byHand: true, reason: "The SHELL in force is PowerShell, so no rule of sh applies." },
  {
    tool,
    id: "SC2016",
    reason:
      "The quoted text is written into a file or handed to another program, which expands it later on purpose.",
  },
  {
    tool,
    id: "SC2028",
    byHand: true,
    reason: "Whether echo expands escapes is the shell's choice; in dash, the sh of these images, it does.",
  },
  {
    tool,
    id: "SC2035",
    byHand: true,
    reason:
      "In a folder of the build's own files no name starts with a dash; hence too weak a sign to report.",
  },
  {
    tool,
    id: "SC2046",
    reason:
      "The output is a list of packages or options on purpose, or one word by nature (nproc): quoting it would break the step or change nothing.",
  },
  {
    tool,
    id: "SC2086",
    byHand: true,
    reason:
      "The variable holds a list of packages or options on purpose, or a plain value that an ENV of the file shows: quoting it would break the step or change nothing.",
  },
  {
    tool,
    id: "SC2116",
    reason: "An echo too much changes nothing in the image: style, which ours leaves alone.",
  },
  {
    tool,
    id: "SC2164",
    reason: "A cd that fails as the last command fails the step; ours says that it stands alone.",
  },
  {
    tool,
    id: "SC2196",
    reason: "egrep works and says itself that it is old: style, which ours leaves alone.",
  },
  {
    tool,
    id: "SC2209",
    reason: "The value is meant as text (test): that it is a program's name, too, is chance.",
  },
  {
    tool,
    id: "SC2239",
    reason: "The complaint is about a shebang line that hadolint makes up out of SHELL; the file has none.",
  },
  {
    tool,
    id: "SC3037",
    byHand: true,
    reason: "The sh of these images knows echo -e (ash), or it is the program /bin/echo, which does.",
  },
];
