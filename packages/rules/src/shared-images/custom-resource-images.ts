import { namedPath, type Resource } from "@plimsoll/core";
import { asScalar, asSequence, getNode, type YamlNode, type YamlScalar } from "@plimsoll/syntax";

/** An image that a field of a custom resource names. */
export interface ImageField {
  readonly node: YamlScalar;
  /** Such as `spec.steps[name=build].image`. */
  readonly path: string;
}

type Path = readonly string[];

/** Where a template of Argo Workflows names images. */
const ARGO_TEMPLATE: readonly Path[] = [
  ["container", "image"],
  ["script", "image"],
  ["containerSet", "containers", "*", "image"],
  ["initContainers", "*", "image"],
  ["sidecars", "*", "image"],
];
const argo = (templates: Path): readonly Path[] => ARGO_TEMPLATE.map((path) => [...templates, "*", ...path]);

/** Where a task of Tekton names images. */
const tekton = (task: Path): readonly Path[] => [
  [...task, "steps", "*", "image"],
  [...task, "sidecars", "*", "image"],
  [...task, "stepTemplate", "image"],
];

/** Fields that name images, by group and kind; `*` stands for each element of a list. Kinds that make pods directly are not here. */
const IMAGE_FIELDS: ReadonlyMap<string, readonly Path[]> = new Map([
  ["argoproj.io/Workflow", argo(["spec", "templates"])],
  ["argoproj.io/WorkflowTemplate", argo(["spec", "templates"])],
  ["argoproj.io/ClusterWorkflowTemplate", argo(["spec", "templates"])],
  ["argoproj.io/CronWorkflow", argo(["spec", "workflowSpec", "templates"])],
  ["tekton.dev/Task", tekton(["spec"])],
  ["tekton.dev/ClusterTask", tekton(["spec"])],
  ["tekton.dev/TaskRun", tekton(["spec", "taskSpec"])],
  ["tekton.dev/StepAction", [["spec", "image"]]],
  ["tekton.dev/Pipeline", tekton(["spec", "tasks", "*", "taskSpec"])],
  ["tekton.dev/PipelineRun", tekton(["spec", "pipelineSpec", "tasks", "*", "taskSpec"])],
  ["monitoring.coreos.com/Prometheus", [["spec", "image"]]],
  ["monitoring.coreos.com/Alertmanager", [["spec", "image"]]],
  ["monitoring.coreos.com/ThanosRuler", [["spec", "image"]]],
  ["postgresql.cnpg.io/Cluster", [["spec", "imageName"]]],
  ["kubevirt.io/VirtualMachine", [["spec", "template", "spec", "volumes", "*", "containerDisk", "image"]]],
]);

/** The images that a custom resource names, of the kinds that are known. */
export function imageFields({ group, kind, node }: Resource): readonly ImageField[] {
  const paths = IMAGE_FIELDS.get(`${group}/${kind}`) ?? [];
  return paths.flatMap((path) =>
    expand(node, path).flatMap((place) => {
      const found = asScalar(getNode(node, place));
      return found === undefined ? [] : [{ node: found, path: namedPath(node, place) }];
    }),
  );
}

/** The paths that a path with `*` stands for. */
function expand(root: YamlNode, path: Path): readonly (readonly (string | number)[])[] {
  let places: readonly (readonly (string | number)[])[] = [[]];
  for (const step of path) {
    places = places.flatMap((place) => {
      if (step !== "*") return [[...place, step]];
      return (asSequence(getNode(root, place))?.items ?? []).map((_item, index) => [...place, index]);
    });
  }
  return places;
}
