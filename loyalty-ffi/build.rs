//! Gives the shared library its SONAME: programs that link it keep working with every later version of the same major number.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is_linux = std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux");
    let major = std::env::var("CARGO_PKG_VERSION_MAJOR").unwrap_or_default();
    if is_linux {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libloyalty.so.{major}");
    }
}
