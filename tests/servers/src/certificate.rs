//! What a server shows to who connects with TLS: a certificate for loopback, and the authority that signed it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::Folder;
use crate::program::{need, run};

/// openssl adds nothing of its own to what is asked for.
const SETTINGS: &str = "[req]\ndistinguished_name = name\n[name]\n";

/// Files that a server is told.
pub(crate) struct Certificate {
    pub(crate) authority: PathBuf,
    pub(crate) certificate: PathBuf,
    pub(crate) key: PathBuf,
}

impl Certificate {
    /// Makes one, with an authority of its own, in the folder of a server.
    pub(crate) fn new(folder: &Folder) -> Result<Self, String> {
        let settings = folder.join("openssl.cnf");
        std::fs::write(&settings, SETTINGS).map_err(|e| format!("{}: {e}", settings.display()))?;
        let (authority, signer) = (folder.join("authority.pem"), folder.join("authority.key"));
        let (certificate, key) = (folder.join("certificate.pem"), folder.join("certificate.key"));
        let request = |name: &str, certificate: &Path, key: &Path, extensions: &[&str]| {
            let mut openssl = Command::new(need("openssl")?);
            folder.user.runs(&mut openssl);
            openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "7"]);
            openssl.args(["-subj", &format!("/CN={name}"), "-config"]).arg(&settings);
            openssl.arg("-out").arg(certificate).arg("-keyout").arg(key);
            openssl.args(extensions.iter().flat_map(|extension| ["-addext", extension]));
            Ok::<Command, String>(openssl)
        };
        run(&mut request("loyalty test authority", &authority, &signer, &["basicConstraints=critical,CA:TRUE"])?)?;
        let names = ["basicConstraints=critical,CA:FALSE", "subjectAltName=DNS:localhost"];
        run(request("localhost", &certificate, &key, &names)?.arg("-CA").arg(&authority).arg("-CAkey").arg(&signer))?;
        Ok(Self { authority, certificate, key })
    }
}
