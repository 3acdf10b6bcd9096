import { mapFields } from './columns.ts'

/** What `solferino --help` says. */
export const help = `solferino – two lists of persons without any server

It works only on the files it is given, never on a register. What it writes lies
unsealed where you tell it to: it names people, keep it as carefully as the lists.

Usage
  solferino match REQUESTS RECORDS [options]   which record is the person asked for
  solferino dedupe RECORDS [options]           which records are one person
  solferino search RECORDS [options]           one JSON line for each line on standard input
  solferino compare [options]                  two names or persons a line
  solferino read FILE [--json] [--date DAY]    who said what in a report (TXT, HTML, DOCX, PDF)

  solferino audit verify [FILE] [--heads FILE] check an exported log, or that of the running server
  solferino audit export                       the log of the running server, without content, as lines
  solferino start                              the exercise: everything with an invented conflict
  solferino serve [--key-file FILE]            the real thing: starts sealed
  solferino unseal [--key-file FILE]           gives a sealed server its key (or asks for the passphrase)
  solferino administrator NAME                 the first two administrators of a house
  solferino migrate                            brings a database up to this build
  solferino cert HOST [HOST ...] [--out FOLDER]  a key pair for TLS, from an authority of one's own

  solferino sign-in LINK [--ca FILE]           signs this terminal in by a link made for it (12 hours)
  solferino sign-out
  solferino ROOM.                              the operations of a room, such as tracing.
  solferino ROOM.OPERATION [INPUT] [--file FILE]  what the browser does, with JSON as answer; --help tells
                                               its input: one JSON object, KEY=VALUE ..., or - (read from
                                               standard input, where no history keeps it)

Files: CSV, TSV, XLSX (all visible sheets) and NDJSON, each also as .gz; any size; encoding,
separator and headings (English, French, Russian, Ukrainian, Arabic) are found by content.

Options of match and dedupe
  --out FILE              .csv, .tsv or .ndjson; standard output (CSV) without it
                          match:  request_id,record_id,probability,bits
                          dedupe: a_id,b_id,probability,bits
  --min-probability P     0 to 1; pairs below are left out (0.5)
  --explain               adds a column or key "reasons"; the reasons' bits sum to the pair's bits
  --threads N             threads for match and dedupe (2, or 1 where there is one processor)
  --html FILE             one page to look at pairs side by side, the doubtful first, usable offline
  --clusters [FILE]       dedupe: adds a column "cluster"; with FILE (.csv or .ndjson) the groups too

Options of all that read persons
  --map FIELD=COLUMN,...  what columns hold where the guess is not right; columns joined by +:
                          --map born=birth_year+birth_month+birth_day
                          FIELD= alone takes a field away. An unknown column is never used.
                          Fields: ${mapFields.join(' ')}
                          kind:NAME compares a column of your own: place:street=address_1,
                          identifier:tax=tax_no, attribute:trade=occupation
  --age-at DATE           the day on which ages were counted (today)

search: in, plain text or {"id","name"|"given","family","father","born","place","number",...,"k"};
        out, {"id","candidates":[{"id","probability","bits","reasons"}]}, flushed at once. k is 20.
        RECORDS may be a list of names alone (id, name). On a terminal it is a prompt.
compare: in, {"id","a","b"} (each a name or a person), or two names with a tab between;
        out, {"id","probability","bits","reasons"}.

Exit codes
  0 done    1 a fault of the program, or a log that was changed    2 wrong command line    3 an input cannot be read
  4 the output cannot be written    5 the server refused    130 stopped by Ctrl-C (no half file is left)
`
