// Compresses a file as the single file carries it: LZMA, a fifth less than gzip.
import { readFileSync, writeFileSync } from "node:fs";
import { compress } from "lzma1";

const [from, to] = process.argv.slice(2);
writeFileSync(to, compress(readFileSync(from), 9));
