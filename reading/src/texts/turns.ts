/** How a paragraph begins that is somebody's turn: a label before a colon, or a dash. */
export interface Turn {
  readonly label: string
  readonly end: number
  readonly dash: boolean
}
