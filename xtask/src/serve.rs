//! Serving the app while it is being developed. Needs no Node.js.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use xshell::Shell;

use crate::{project, tools};

/// Where and how to serve.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open a browser when the app is up.
    #[arg(long)]
    open: bool,
}

/// Serves the app until it is stopped, and says when it is really there.
pub(crate) fn serve(sh: &Shell, arguments: &Arguments) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
    if TcpListener::bind(address).is_err() {
        let port = arguments.port;
        bail!(
            "Port {port} of this machine is taken. Choose another: `cargo xtask serve --port 9000`."
        );
    }
    let tools = tools::ensure(sh)?;

    println!("Building the app for development. The first time takes a minute or two.");
    // Somewhere else than the finished build, which should not change while somebody tries a change out.
    let dist = project::scratch(sh)?.join("serve");
    let port = arguments.port.to_string();
    let mut trunk = tools.trunk(sh, &["serve", "--port", &port])?;
    trunk = trunk.arg("--dist").arg(dist);
    if arguments.open {
        trunk = trunk.arg("--open");
    }
    let mut trunk = Command::from(trunk)
        .stdin(Stdio::null())
        .spawn()
        .context("Trunk could not be started")?;
    let mut said = false;
    let status = loop {
        if let Some(status) = trunk.try_wait().context("Trunk could not be waited for")? {
            break status;
        }
        if !said && answers(address) {
            said = true;
            println!(
                "\nOpen http://{address}/ in your browser. A change of a file builds and loads it again; Ctrl+C stops.\n"
            );
        }
        std::thread::sleep(Duration::from_millis(250));
    };
    ensure!(
        status.success(),
        "Serving stopped ({status}). What Trunk printed is above."
    );
    Ok(())
}

/// Whether the server hands out the app's page: it answers before the first build is done, but not with that.
fn answers(address: SocketAddr) -> bool {
    let page = ureq::get(format!("http://{address}/")).call();
    let text = page.and_then(|mut page| page.body_mut().read_to_string());
    text.is_ok_and(|text| text.contains("id=\"app\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_nobody_serves_does_not_answer() {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        assert!(!answers(address));
    }
}
