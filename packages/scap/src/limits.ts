/** Longest file that is read, in UTF-16 code units. An ARF of a whole system has about 10 million. */
export const MAXIMUM_LENGTH: number = 256 * 1024 * 1024;
/** Elements nest at most this deep. */
export const MAXIMUM_DEPTH = 200;
/** Elements of a file. */
export const MAXIMUM_ELEMENTS = 5_000_000;
/** Attributes of one element. */
export const MAXIMUM_ATTRIBUTES = 500;
/** Results of a file. */
export const MAXIMUM_RESULTS = 200_000;
/** Texts that are kept are cut at this length, with a mark that says so. */
export const MAXIMUM_TEXT: number = 64 * 1024;
