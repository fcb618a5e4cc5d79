import { hostingKinds, impactLevels, monitoringKinds } from "./declared-inventory.ts";
import { DATE_HELP, map, oneOf, text, texts, type JsonSchema } from "./json-schema.ts";

const environmentSchema: JsonSchema = map(
  "One cluster.",
  {
    name: text("Its name, such as `test` or `production`."),
    distribution: text("The Kubernetes product, such as `RKE2`."),
    kubernetesVersion: {
      description: 'Its Kubernetes version, such as `"1.34"`.',
      type: ["string", "number"],
      minLength: 1,
    },
    hosting: oneOf("What hosts it.", hostingKinds),
    impactLevel: oneOf("The impact level that it is authorized for.", impactLevels),
    authorization: text("Where the authorization of the hosting environment is recorded."),
    owner: text("Who builds and maintains the cluster."),
    supportEnds: text(`The last day on which its version is supported. ${DATE_HELP}`),
  },
  ["name"],
);

const repositorySchema: JsonSchema = map(
  "Where artifacts of the factory are kept. A later layer replaces it.",
  {
    host: text("The host, such as `registry.example.mil`."),
    mode: oneOf("One repository for all, or one a network or purpose.", ["single", "split"]),
    artifactTypes: texts("Kinds of artifacts that it keeps.", "A kind, such as `container image`."),
    retentionDays: { description: "Days that artifacts are kept.", type: "integer", minimum: 1 },
  },
  ["host"],
);

const logFlowSchema: JsonSchema = map(
  "The way of the logs. Each value names a product, an address or a team. A later layer replaces it.",
  {
    store: text("The local central store."),
    analysis: text("The SIEM, SOAR or provider of cyber defence that gets the filtered logs."),
    alerts: text("Where alerts go."),
    incidents: text("Where incidents are tracked."),
    monitoring: map(
      "What monitors each kind.",
      Object.fromEntries(monitoringKinds.map((kind) => [kind, text(`What monitors ${kind}.`)])),
    ),
  },
);

/** The key `inventory` of `plimsoll.yaml`. */
export const inventorySchema: JsonSchema = map(
  "What no file can prove: tools that the factory runs, and statements of people. Lists of all layers are joined.",
  {
    tools: {
      description: "Tools of the factory.",
      type: "array",
      items: map(
        "One tool.",
        {
          category: text("The tool category of the reference design, such as `container-security-scanner`."),
          product: text("The product's name."),
          version: { description: "Its version.", type: ["string", "number"], minLength: 1 },
          image: text("The image that it runs from."),
          environment: text("Where it runs, such as `test` or `production`."),
          iac: text("The code that stands it up: a folder of the repository, or an address."),
        },
        ["category", "product"],
      ),
    },
    attestations: {
      description: "Statements by which a person answers for a requirement.",
      type: "array",
      items: map(
        "One statement.",
        {
          requirement: text("The id of the requirement, such as `K8S-RD-1.2-AUDIENCES`."),
          statement: text("What is true."),
          role: text("The role in which the person says so."),
          who: text("The person's name."),
          date: text(`The day of the statement. ${DATE_HELP}`),
          document: text("Where the evidence is kept."),
          expires: text(`The last day on which the statement holds. ${DATE_HELP}`),
        },
        ["requirement", "statement", "role", "who", "date"],
      ),
    },
    environments: {
      description: "Clusters that the factory or its products run in.",
      type: "array",
      items: environmentSchema,
    },
    artifactRepository: repositorySchema,
    logFlow: logFlowSchema,
  },
);
