/** What one reading may cost (security.md 0.3). `Infinity` takes a limit away: the command line has no size limit. */
export type Limits = {
  /** bytes of the file as sent */
  bytesMax: number
  /** bytes after unzipping or gunzipping, declared and counted */
  unpackedMax: number
  /** cells over all sheets, empty ones between filled ones included */
  cellsMax: number
  /** entries of a zip */
  entriesMax: number
  /** columns of one row; XLSX itself knows 16,384 */
  columnsMax: number
  /** characters of one line or cell */
  lineLengthMax: number
}

/** The limits of an interactive import. */
export const importLimits: Limits = {
  bytesMax: 100e6,
  unpackedMax: 600e6,
  cellsMax: 3e6,
  entriesMax: 200,
  columnsMax: 1024,
  lineLengthMax: 1_000_000,
}

/** The limits of the command line: any size, but the same shape of rows and the same zip. */
export const commandLimits: Limits = {
  ...importLimits,
  bytesMax: Infinity,
  unpackedMax: Infinity,
  cellsMax: Infinity,
}
