// Starts the app of the single file. It follows the app's own code, which has `init`, in one module that unpack.js
// puts on the page: nothing here may name a file or a network address.
{
  let message = "This copy of Weighbridge is damaged or incomplete. Get a fresh copy of the file; what you saved in this browser is safe.";
  try {
    const wasm = joined(window.weighbridgeUnpack("packed-wasm"));
    message = "Weighbridge could not start. Reload to try again; what you saved in this browser is safe.";
    await init({ module_or_path: wasm });
    window.weighbridgeStarted();
  } catch (error) {
    console.error(error);
    window.weighbridgeRecover(message, null);
  }
}
