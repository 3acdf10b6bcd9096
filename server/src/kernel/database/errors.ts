export class DatabaseBusy extends Error {}
export class DatabaseFull extends Error {}
export class DatabaseLocked extends Error {}
export class DatabaseVersion extends Error {}
