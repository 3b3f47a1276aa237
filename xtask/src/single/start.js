// Starts the app of the single file. It follows the app's own code in one module, which has
// `init` and calls `loadPages`: nothing here may name a file or a network address.
async function unpack(id) {
  const text = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** The pages of an appraisal, which the served page fetches after the library. */
async function loadPages(imports) {
  return WebAssembly.instantiate(await unpack("packed-pages"), imports);
}

{
  let message = "This copy of Weighbridge is damaged or incomplete. Get a fresh copy of the file; what you saved in this browser is safe.";
  try {
    const wasm = await unpack("packed-wasm");
    message = "Weighbridge could not start. Reload to try again; what you saved in this browser is safe.";
    await init({ module_or_path: wasm });
    window.weighbridgeStarted();
  } catch (error) {
    console.error(error);
    window.weighbridgeRecover(message, null);
  }
}
