import { describe, expect, it } from "vitest";
import { planPromotion } from "./plan-promotion.ts";
import type { PromotionRequest } from "./plan.ts";

const NEW = `sha256:${"b".repeat(64)}`;
const OLD = `sha256:${"a".repeat(64)}`;
const OTHER = `sha256:${"c".repeat(64)}`;
const NAME = "registry.example/team/app";
const IMAGE: PromotionRequest["image"] = { name: NAME, digest: NEW };

function plan(files: Readonly<Record<string, string>>, request: Partial<PromotionRequest> = {}) {
  return planPromotion({
    image: IMAGE,
    environment: "production",
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    ...request,
  });
}

/** The text of one file afterwards; what was refused where it stays. */
function edited(path: string, text: string, request: Partial<PromotionRequest> = {}): string {
  const { files, refusals } = plan({ [path]: text }, request);
  return files[0]?.after ?? refusals.map(({ code }) => code).join(", ");
}

const DEPLOYMENT = (image: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          image: ${image}\n`;

describe("the digest is replaced, and nothing else", () => {
  it.each<readonly [string, string, string]>([
    ["a deployment", "web.yaml", DEPLOYMENT(`${NAME}:1.2@${OLD} # keep`)],
    ["one in quotes", "web.yaml", DEPLOYMENT(`'${NAME}@${OLD}'`)],
    ["one with CRLF", "web.yaml", DEPLOYMENT(`"${NAME}@${OLD}"`).replaceAll("\n", "\r\n")],
    [
      "one with a byte-order mark and no last line feed",
      "web.yaml",
      `\uFEFF${DEPLOYMENT(`${NAME}@${OLD}`).trimEnd()}`,
    ],
    [
      "a rollout",
      "r.yaml",
      DEPLOYMENT(`${NAME}@${OLD}`)
        .replace("apps/v1", "argoproj.io/v1alpha1")
        .replace("Deployment", "Rollout"),
    ],
    [
      "a service of Knative",
      "k.yaml",
      DEPLOYMENT(`${NAME}@${OLD}`)
        .replace("apps/v1", "serving.knative.dev/v1")
        .replace("Deployment", "Service"),
    ],
    [
      "a cron job's containers of all kinds",
      "c.yaml",
      `apiVersion: batch/v1\nkind: CronJob\nspec: {jobTemplate: {spec: {template: {spec: {initContainers: [{image: ${NAME}@${OLD}}], containers: [{image: "${NAME}@${OLD}"}], ephemeralContainers: [{image: ${NAME}@${OLD}}], volumes: [{name: v, image: {reference: ${NAME}@${OLD}}}]}}}}}`,
    ],
    [
      "an item of a list, in a second document",
      "l.yaml",
      `# first\n---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - image: ${NAME}:2@${OLD}\n`,
    ],
    [
      "a kustomization",
      "kustomization.yaml",
      `images:\n- name: app\n  newName: ${NAME}\n  newTag: "1.2" # stays\n  digest: ${OLD}\n- name: other\n  digest: ${OTHER}\n`,
    ],
    ["a kustomization with a name only", "kustomization.yml", `images: [{name: ${NAME}, digest: '${OLD}'}]`],
    [
      "inline values of a chart in a kustomization",
      "kustomization.yaml",
      `helmCharts:\n- name: c\n  valuesInline:\n    image: {repository: ${NAME}, digest: ${OLD}}\n`,
    ],
    [
      "values with repository and digest",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  tag: 1.2\n  digest: "${OLD}"\n`,
    ],
    [
      "values with a registry of their own",
      "values-prod.yaml",
      `a:\n  image: {registry: registry.example, repository: team/app, digest: ${OLD}}\n`,
    ],
    [
      "values with a registry of all images",
      "values.yaml",
      `global:\n  imageRegistry: registry.example\nimage:\n  registry: docker.io\n  repository: team/app\n  digest: ${OLD}\n`,
    ],
    [
      "values with a tag that carries it",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  tag: 1.2@${OLD}\n`,
    ],
    ["values with a whole reference", "my-values.yaml", `web:\n  - image: ${NAME}:1@${OLD}\n`],
    ["values with flat keys", "values.yaml", `imageRepository: ${NAME}\nimageTag: v1\nimageDigest: ${OLD}\n`],
    ["values with an image and a digest beside", "values.yaml", `image: ${NAME}:1\ndigest: ${OLD}\n`],
    [
      "a release of Flux",
      "hr.yaml",
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values:\n    image:\n      repository: ${NAME}\n      digest: ${OLD}\n  postRenderers:\n  - kustomize:\n      images:\n      - name: ${NAME}\n        digest: ${OLD}\n`,
    ],
    [
      "a kustomization of Flux",
      "ks.yaml",
      `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  images:\n  - name: ${NAME}\n    digest: ${OLD}\n`,
    ],
    [
      "an OCI repository of Flux",
      "oci.yaml",
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://${NAME}\n  ref:\n    tag: latest\n    digest: ${OLD}\n`,
    ],
    [
      "a marked field of an unknown kind",
      "x.yaml",
      `apiVersion: x.y/v1\nkind: Z\nspec:\n  runs: ${NAME}:1@${OLD} # {"$imagepolicy": "flux-system:app"}\n`,
    ],
    [
      "marked parts of an unknown kind",
      "x.yaml",
      `apiVersion: x.y/v1\nkind: Z\nspec:\n  n: ${NAME} # {"$imagepolicy": "flux-system:app:name"}\n  t: v1 # {"$imagepolicy": "flux-system:app:tag"}\n  d: ${OLD} # {"$imagepolicy": "flux-system:app:digest"}\n`,
    ],
    [
      "an application with images of Kustomize",
      "app.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    kustomize:\n      images:\n      - app=${NAME}:1@${OLD}\n      - ${NAME}@${OLD}\n`,
    ],
    [
      "an application with several sources",
      "app.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  sources:\n  - ref: values\n  - helm:\n      parameters:\n      - name: web.image.repository\n        value: ${NAME}\n      - name: web.image.digest\n        value: ${OLD}\n      valuesObject:\n        image: {repository: ${NAME}, digest: ${OLD}}\n`,
    ],
    [
      "an application set with values as text",
      "set.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nspec:\n  template:\n    metadata:\n      name: '{{name}}'\n    spec:\n      source:\n        helm:\n          values: |\n            # text\n            image:\n              repository: ${NAME}\n              digest: ${OLD}\n\n            more: 1\n`.replaceAll(
        "\n",
        "\r\n",
      ),
    ],
    [
      "parameters of a source file of Argo CD",
      "apps/.argocd-source-web.yaml",
      `kustomize:\n  images:\n  - ${NAME}@${OLD}\n`,
    ],
    [
      "an anchor whose every use pins the image",
      "p.yaml",
      `apiVersion: v1\nkind: Pod\nspec:\n  initContainers:\n  - image: &image ${NAME}@${OLD}\n  containers:\n  - image: *image\n`,
    ],
  ])("in %s", (_, path, text) => {
    expect(edited(path, text)).toBe(text.replaceAll(OLD, NEW));
    expect(plan({ [path]: text }).previousDigests).toEqual([OLD]);
  });
});

describe("the digest is added where a reader is known to heed it", () => {
  it.each<readonly [string, string, string]>([
    ["web.yaml", DEPLOYMENT(`${NAME}:1.2`), DEPLOYMENT(`${NAME}:1.2@${NEW}`)],
    ["web.yaml", DEPLOYMENT(`"${NAME}"`), DEPLOYMENT(`"${NAME}@${NEW}"`)],
    ["values.yaml", `image: ${NAME}:1\n`, `image: ${NAME}:1@${NEW}\n`],
    [
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest: ""\n`,
      `image:\n  repository: ${NAME}\n  digest: "${NEW}"\n`,
    ],
    [
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest:\n`,
      `image:\n  repository: ${NAME}\n  digest: ${NEW}\n`,
    ],
    [
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest: ~\n`,
      `image:\n  repository: ${NAME}\n  digest: ${NEW}\n`,
    ],
    [
      "values.yaml",
      `image:\n  repository: ${NAME}\n  sha: ''\n`,
      `image:\n  repository: ${NAME}\n  sha: '${"b".repeat(64)}'\n`,
    ],
    [
      "values.yaml",
      `image:\n  repository: ${NAME}\n  sha: ${"a".repeat(64)}\n`,
      `image:\n  repository: ${NAME}\n  sha: ${"b".repeat(64)}\n`,
    ],
    [
      "kustomization.yaml",
      `images:\n- name: ${NAME}\n  newTag: v1 # c\nnamespace: x\n`,
      `images:\n- name: ${NAME}\n  newTag: v1 # c\n  digest: ${NEW}\nnamespace: x\n`,
    ],
    ["kustomization.yaml", `images: [{name: ${NAME}}]`, `images: [{name: ${NAME}, digest: ${NEW}}]`],
    [
      "oci.yaml",
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://${NAME}\n`,
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://${NAME}\n  ref:\n    digest: ${NEW}\n`,
    ],
  ])("%s: %j", (path, before, after) => {
    expect(edited(path, before)).toBe(after);
  });
});

describe("a new tag is written where one stands", () => {
  it.each<readonly [string, string, string]>([
    ["web.yaml", DEPLOYMENT(`${NAME}:1@${OLD}`), DEPLOYMENT(`${NAME}:1.10@${NEW}`)],
    ["web.yaml", DEPLOYMENT(`${NAME}@${OLD}`), DEPLOYMENT(`${NAME}@${NEW}`)],
    [
      "values.yaml",
      `image: {repository: ${NAME}, tag: v1, digest: ${OLD}}\n`,
      `image: {repository: ${NAME}, tag: "1.10", digest: ${NEW}}\n`,
    ],
    [
      "values.yaml",
      `image: {repository: ${NAME}, tag: v1@${OLD}}\n`,
      `image: {repository: ${NAME}, tag: 1.10@${NEW}}\n`,
    ],
    [
      "kustomization.yaml",
      `images:\n- name: ${NAME}\n  newTag: '1'\n  digest: ${OLD}\n`,
      `images:\n- name: ${NAME}\n  newTag: '1.10'\n  digest: ${NEW}\n`,
    ],
  ])("%s: %j", (path, before, after) => {
    expect(edited(path, before, { image: { ...IMAGE, tag: "1.10" } })).toBe(after);
  });
});

describe("what cannot be edited safely is refused by name", () => {
  it.each<readonly [string, string, string, string]>([
    ["no place", "web.yaml", DEPLOYMENT(`registry.example/team/app2@${OLD}`), "promote/no-place"],
    ["another registry", "web.yaml", DEPLOYMENT(`other.example/team/app@${OLD}`), "promote/no-place"],
    [
      "no digest field",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  tag: v1\n`,
      "promote/no-digest-field",
    ],
    [
      "a digest that is none",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest: latest\n`,
      "promote/unknown-digest",
    ],
    [
      "a digest that is a map",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest: {a: 1}\n`,
      "promote/no-digest-field",
    ],
    [
      "a template of the digest",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest: "{{ .digest }}"\n`,
      "promote/template",
    ],
    ["a template of the tag", "web.yaml", DEPLOYMENT(`"${NAME}:{{ .Values.tag }}"`), "promote/template"],
    ["a variable", "web.yaml", DEPLOYMENT(`"${NAME}:\${TAG}"`), "promote/template"],
    [
      "a chart's template",
      "web.yaml",
      `{{- if .x }}\n${DEPLOYMENT(`${NAME}@${OLD}`)}{{- end }}\n`,
      "promote/template",
    ],
    ["a file that cannot be read", "web.yaml", `${DEPLOYMENT(`${NAME}@${OLD}`)}x: [1\n`, "promote/syntax"],
    [
      "a key given twice",
      "web.yaml",
      `${DEPLOYMENT(`${NAME}@${OLD}`)}kind: Deployment\n`,
      "promote/duplicate-key",
    ],
    ["a block scalar", "web.yaml", DEPLOYMENT(`>-\n            ${NAME}@${OLD}`), "promote/block-scalar"],
    ["escapes", "web.yaml", DEPLOYMENT(`"\\x72${NAME.slice(1)}@${OLD}"`), "promote/escaped"],
    [
      "several lines",
      "values.yaml",
      `image:\n  repository: ${NAME}\n  digest: "sha256:\\\n    ${"a".repeat(64)}"\n`,
      "promote/several-lines",
    ],
    ["a tag", "web.yaml", DEPLOYMENT(`!vault ${NAME}@${OLD}`), "promote/tagged"],
    [
      "an anchor that another field uses",
      "p.yaml",
      `apiVersion: v1\nkind: Pod\nmetadata: {annotations: {a: *i}}\nspec:\n  containers:\n  - image: &i ${NAME}@${OLD}\n  - args: [*i]\n    image: x\n`.replace(
        "metadata: {annotations: {a: *i}}\n",
        "",
      ),
      "promote/shared-anchor",
    ],
    [
      "an alias of something else",
      "p.yaml",
      `apiVersion: v1\nkind: Pod\nmetadata:\n  annotations: {a: &i ${NAME}@${OLD}}\nspec:\n  containers:\n  - image: *i\n`,
      "promote/shared-anchor",
    ],
    [
      "a merged map",
      "values.yaml",
      `base: &base\n  repository: ${NAME}\n  digest: ${OLD}\nweb:\n  <<: *base\n  repository: other\n`,
      "promote/shared-anchor",
    ],
    [
      "an image given twice",
      "kustomization.yaml",
      `images:\n- {name: ${NAME}, digest: ${OLD}}\n- {name: ${NAME}, digest: ${OLD}}\n`,
      "promote/ambiguous",
    ],
    [
      "a parameter given twice",
      "app.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      parameters:\n      - {name: image.repository, value: ${NAME}}\n      - {name: image.digest, value: ${OLD}}\n      - {name: image.digest, value: ${OTHER}}\n`,
      "promote/ambiguous",
    ],
    [
      "two versions",
      "p.yaml",
      `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${NAME}@${OLD}\n  - image: ${NAME}@${OTHER}\n`,
      "promote/different-digests",
    ],
    [
      "values as folded text",
      "app.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: >\n        image: ${NAME}@${OLD}\n`,
      "promote/block-scalar",
    ],
    [
      "values as text with escapes",
      "app.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: {source: {helm: {values: "image:\\n  repository: ${NAME}\\n  digest: ${OLD}"}}}\n`,
      "promote/escaped",
    ],
    [
      "values as text that cannot be read",
      "app.yaml",
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: |\n        image: [${NAME}@${OLD}\n`,
      "promote/syntax",
    ],
    [
      "an empty reference of an artifact",
      "oci.yaml",
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: OCIRepository\nspec:\n  url: oci://${NAME}\n  ref:\n`,
      "promote/no-digest-field",
    ],
    ["a reference that breaks off", "web.yaml", DEPLOYMENT(`${NAME}@sha256:12`), "promote/bad-reference"],
  ])("%s", (_, path, text, code) => {
    const { operation, files, refusals, diff } = plan({ [path]: text });
    expect([operation, files, diff]).toEqual(["refused", [], ""]);
    expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
    expect(refusals[0]?.file).toBe(path);
  });

  it("one place that cannot be edited keeps all others as they are", () => {
    const files = {
      "a.yaml": DEPLOYMENT(`${NAME}@${OLD}`),
      "b.yaml": DEPLOYMENT(`>-\n            ${NAME}@${OLD}`),
    };
    expect(plan(files)).toMatchObject({
      operation: "refused",
      files: [],
      refusals: [{ file: "b.yaml", at: { line: 8 } }],
    });
  });

  it("a link is noted, and refused where it is named", () => {
    const files = [
      { path: "a.yaml", unreadable: "is a link" },
      { path: "b.yaml", text: DEPLOYMENT(`${NAME}@${OLD}`) },
    ];
    const request = { image: IMAGE, environment: "p", files };
    expect(planPromotion(request)).toMatchObject({
      operation: "update",
      notes: [{ code: "promote/unreadable" }],
    });
    expect(planPromotion({ ...request, places: ["a.yaml#x"] }).refusals).toMatchObject([
      { code: "promote/unreadable" },
    ]);
  });
});

describe("places that the user names", () => {
  it.each<readonly [string, string]>([
    ["spec.image", `spec: {image: "${NAME}:1@${OLD}"}`],
    ["spec.list[1].digest", `spec:\n  list:\n  - x\n  - digest: ${OLD}\n`],
    ['metadata.annotations["a.b/c"]', `metadata:\n  annotations:\n    a.b/c: "${OLD}"\n`],
    ["tag", `tag: v1@${OLD}\n`],
    ["sha", `sha: ${"a".repeat(64)}\n`],
  ])("%s", (path, text) => {
    expect(edited("x.yaml", text, { places: [`x.yaml#${path}`] })).toBe(
      text.replaceAll("a".repeat(64), "b".repeat(64)),
    );
  });

  it.each<readonly [string, string, string]>([
    ["x.yaml#a", `b: ${OLD}`, "promote/no-such-place"],
    ["y.yaml#a", `a: ${OLD}`, "promote/no-such-place"],
    ["x.yaml#a", `a: ${OLD}\n---\na: ${OLD}\n`, "promote/ambiguous"],
    ["x.yaml#a", `a: other/app@${OLD}`, "promote/other-image"],
    ["x.yaml#a", "a: hello", "promote/other-image"],
    ["x.yaml#a", `a: {b: ${OLD}}`, "promote/unknown-digest"],
  ])("%s of %j is refused", (place, text, code) => {
    expect(plan({ "x.yaml": text }, { places: [place] }).refusals.map((refusal) => refusal.code)).toEqual([
      code,
    ]);
  });

  it.each(["x.yaml", "#a", "x.yaml#", "x.yaml#a[b]", "x.yaml#a[", "x.yaml#a..b"])(
    "%j is no place",
    (place) => {
      expect(() => plan({}, { places: [place] })).toThrow(/names no place/u);
    },
  );

  it("two versions are promoted where both places are named", () => {
    const text = `a: ${OLD}\nb: ${OTHER}\n`;
    expect(edited("x.yaml", text, { places: ["x.yaml#a", "x.yaml#b"] })).toBe(`a: ${NEW}\nb: ${NEW}\n`);
  });
});

describe("the plan", () => {
  it("of what is done already is none", () => {
    const done = plan({ "web.yaml": DEPLOYMENT(`${NAME}@${NEW}`) });
    expect(done).toMatchObject({ operation: "none", files: [], diff: "", previousDigests: [], refusals: [] });
    expect(done.places).toMatchObject([
      { digest: NEW, path: "spec.template.spec.containers[0].image", kind: "plain" },
    ]);
  });

  it("finishes what was half done", () => {
    const files = { "a.yaml": DEPLOYMENT(`${NAME}@${NEW}`), "b.yaml": DEPLOYMENT(`${NAME}@${OLD}`) };
    expect(plan(files)).toMatchObject({ operation: "update", files: [{ path: "b.yaml" }] });
  });

  it("knows an image by its other names, and Docker Hub by all of its own", () => {
    const text = DEPLOYMENT(`index.docker.io/library/nginx@${OLD}`);
    expect(edited("w.yaml", text, { image: { ...IMAGE, name: "nginx" } })).toContain(NEW);
    expect(edited("w.yaml", text, { image: { ...IMAGE, otherNames: ["nginx"] } })).toContain(NEW);
  });

  it("looks only for the kinds that are asked for", () => {
    const files = { "web.yaml": DEPLOYMENT(`${NAME}@${OLD}`), "values.yaml": `image: ${NAME}@${OLD}\n` };
    expect(plan(files, { kinds: ["helm-values"] }).files.map(({ path }) => path)).toEqual(["values.yaml"]);
    expect(plan(files, { kinds: ["plain"] }).files.map(({ path }) => path)).toEqual(["web.yaml"]);
  });

  it("notes who else writes a field, and what names the image but is not edited", () => {
    const text = `${DEPLOYMENT(`${NAME}@${OLD} # {"$imagepolicy": "flux-system:app"}`)}          args: ["--image=${NAME}@${OLD}"]\n`;
    const { notes } = plan({ "web.yaml": text });
    expect(notes.map(({ code, path, at }) => [code, path, at.line])).toEqual([
      ["promote/flux-owns-field", "spec.template.spec.containers[0].image", 8],
      ["promote/not-edited", "spec.template.spec.containers[0].args[0]", 9],
    ]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    [
      "a custom object",
      `apiVersion: x.y/v1\nkind: Z\nspec:\n  image:\n    repository: ${NAME}\n    digest: ${OLD}\n`,
      ["spec.image.repository"],
    ],
    [
      "values in a config map",
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  values.yaml: |\n    image: {repository: ${NAME}, digest: ${OLD}}\n`,
      ['data["values.yaml"]'],
    ],
    ["a name alone", `apiVersion: x.y/v1\nkind: Z\nspec:\n  repository: ${NAME}\n`, []],
  ])("notes what may pin the image in %s", (_, text, paths) => {
    const { notes, operation } = plan({ "x.yaml": text });
    expect(operation).toBe("refused");
    expect(notes.map(({ path }) => path)).toEqual(paths);
  });

  it("is a diff too", () => {
    expect(plan({ "web.yaml": DEPLOYMENT(`${NAME}@${OLD}`) }).diff).toBe(
      `--- a/web.yaml\n+++ b/web.yaml\n@@ -5,4 +5,4 @@\n     spec:\n       containers:\n         - name: web\n-          image: ${NAME}@${OLD}\n+          image: ${NAME}@${NEW}\n`,
    );
  });

  it.each<readonly [Partial<PromotionRequest["image"]>]>([
    [{ name: "a b" }],
    [{ name: `${NAME}:1` }],
    [{ digest: "latest" }],
    [{ tag: "a b" }],
    [{ otherNames: ["A/B"] }],
  ])("is not made of %j", (image) => {
    expect(() => plan({}, { image: { ...IMAGE, ...image } })).toThrow(/cannot be promoted/u);
  });
});
