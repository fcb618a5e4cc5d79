/** Fields of definitions of Kubernetes that hold an image reference. */
const IMAGE_FIELDS: ReadonlySet<string> = new Set([
  "Container.image",
  "EphemeralContainer.image",
  "ImageVolumeSource.reference",
]);

/** Whether a field of a definition holds an image reference. */
export function isImagePlace(definition: string, field: string): boolean {
  return IMAGE_FIELDS.has(`${definition}.${field}`);
}
