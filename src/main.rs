//! Mounts the app; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    weighbridge::ui::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser. Start it with: cargo xtask serve");
}
