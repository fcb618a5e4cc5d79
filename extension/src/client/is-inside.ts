/** The parts of a URI that say where it is. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Whether a place is a folder or something in it. Parts that lead upwards are never inside. */
export function isInside(place: Place, folder: Place): boolean {
  if (place.scheme !== folder.scheme || place.authority !== folder.authority) return false;
  if (place.path.split("/").includes("..")) return false;
  const start = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return place.path === folder.path || `${place.path}/` === start || place.path.startsWith(start);
}
