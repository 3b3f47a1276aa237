//! Serving the app while it is being developed. Needs no Node.js.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::{build, project, run, tools};

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
pub(crate) fn serve(arguments: &Arguments) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, arguments.port));
    if TcpListener::bind(address).is_err() {
        bail!(
            "Something else already uses port {0} of this machine. Stop it, or choose another port: \
             `cargo xtask serve --port {1}`.",
            arguments.port,
            arguments.port.wrapping_add(1).max(1024)
        );
    }
    let tools = tools::ensure()?;

    println!("Building the app for development. The first time takes a minute or two.");
    let mut trunk = run::command("trunk");
    trunk.env("PATH", tools.path()?);
    trunk.args([
        "serve",
        "--skip-version-check",
        "--port",
        &arguments.port.to_string(),
    ]);
    // Somewhere else than the finished build, which should not change while somebody tries a change out.
    trunk.arg("--dist").arg(project::scratch()?.join("serve"));
    if arguments.open {
        trunk.arg("--open");
    }
    let mut trunk = build::without_outside_settings(&mut trunk)
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
    if !status.success() {
        bail!("Serving stopped ({status}). What Trunk printed is above.");
    }
    Ok(())
}

/// Whether the server hands out the app's page: it answers before the first build is done, but not with that.
fn answers(address: SocketAddr) -> bool {
    let page = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_millis(500))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(
            format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes(),
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    page().is_ok_and(|answer| answer.contains("id=\"app\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_nobody_serves_does_not_answer() {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .unwrap()
            .local_addr()
            .unwrap();
        assert!(!answers(free));
    }
}
