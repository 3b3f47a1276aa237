// Takes apart what is compressed with LZMA; esbuild puts the decoder beside it, and leaves out the encoder.
import { Decoder } from "../../../node_modules/lzma1/lib/decoder.js";
import { InputBuffer, OutputBuffer } from "../../../node_modules/lzma1/lib/streams.js";

export function expand(bytes) {
  const output = new OutputBuffer(bytes.length * 4);
  new Decoder().decompress(new InputBuffer(bytes), output);
  return output.toArray();
}
