//! Connecting, in the clear or encrypted.

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use tokio_postgres::config::SslMode;
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::{Client, Config, NoTls, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::session::refused;
use crate::server::ServerError;
use crate::url::{Tls, TlsMode};

/// A client whose connection is driven by the runtime of this call.
pub(super) async fn connect(config: &Config, tls: &Tls) -> Result<Client, ServerError> {
    let mut config = config.clone();
    if tls.mode == TlsMode::Disable {
        return driven(config.ssl_mode(SslMode::Disable), NoTls).await;
    }
    driven(config.ssl_mode(SslMode::Require), MakeRustlsConnect::new(client_config(tls)?)).await
}

async fn driven<T>(config: &Config, tls: T) -> Result<Client, ServerError>
where
    T: MakeTlsConnect<Socket, Stream: Send + 'static, TlsConnect: TlsConnect<Socket, Future: Send> + Send>,
{
    let (client, connection) = config.connect(tls).await.map_err(|error| refused(&error))?;
    // What goes wrong with it is told to whoever waits for an answer.
    tokio::spawn(async move { drop(connection.await) });
    Ok(client)
}

fn client_config(tls: &Tls) -> Result<ClientConfig, ServerError> {
    let wrong = |message: String| ServerError::Tls { message };
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| wrong(error.to_string()))?;
    if tls.mode == TlsMode::Require {
        let anyone = Arc::new(Anyone(provider));
        return Ok(builder.dangerous().with_custom_certificate_verifier(anyone).with_no_client_auth());
    }
    let mut authorities = RootCertStore::empty();
    match &tls.authorities {
        None => authorities.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(path) => {
            let unreadable = |error: &dyn std::fmt::Display| wrong(format!("{} holds no certificates: {error}", path.display()));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unreadable(&error))? {
                let certificate = certificate.map_err(|error| unreadable(&error))?;
                authorities.add(certificate).map_err(|error| unreadable(&error))?;
            }
        }
    }
    Ok(builder.with_root_certificates(authorities).with_no_client_auth())
}

/// Encrypts with whoever answers: `sslmode=require` keeps listeners out, not impostors.
#[derive(Debug)]
struct Anyone(Arc<CryptoProvider>);

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
