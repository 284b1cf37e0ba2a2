//! `include/loyalty.h`, and the copy of it that PHP's FFI reads.

use cbindgen::{Config, DocumentationStyle, EnumConfig, ExportConfig, Language, Style};

use super::COMMAND;
use crate::workspace::root;

/// The manual that stands on top of the header.
const INTRODUCTION: &str = "\x20*
 * Customer and loyalty-account management that any shop can link in. This header is the manual.
 *
 * A shop opens a store, executes requests, and closes it:
 *
 *     loyalty_handle shop;
 *     char *answer;
 *     const char *config = \"sqlite:shop.db\";
 *     const char *request = \"{\\\"op\\\":\\\"points.balance\\\",\\\"args\\\":{\\\"customer\\\":\\\"c-42\\\"}}\";
 *     const char *context = \"{\\\"actor\\\":{\\\"id\\\":\\\"maria\\\",\\\"kind\\\":\\\"agent\\\",\\\"roles\\\":[\\\"admin\\\"]}}\";
 *     if (loyalty_open(config, strlen(config), &shop) == LOYALTY_OK) {
 *         if (loyalty_execute(shop, request, strlen(request), context, strlen(context), &answer) == LOYALTY_OK) {
 *             puts(answer);
 *             loyalty_string_free(answer);
 *         }
 *         loyalty_close(shop);
 *     }
 *
 * Requests and answers are JSON; docs/operations.md lists every operation, docs/errors.md every error. The request may come from a browser. The
 * context says who asks and must be written by the host's own code: it carries the rights.
 *
 * Texts come in as a pointer and a length, in UTF-8, and need no zero at the end; the library keeps no pointer after a call. Texts go out with a
 * zero at the end and belong to the caller, who gives them back with loyalty_string_free. Outputs are written only when a function returns
 * LOYALTY_OK. A pointer is null where that is allowed, or points to what its comment says; a length is that of what its pointer points to. Every
 * function checks for null, and none lets a failure inside unwind into the caller. Every function may be called from any thread.
 *";

/// The files of the C module, in the order in which a reader of the header meets them.
const FILES: [&str; 7] = ["handle.rs", "open.rs", "call.rs", "question.rs", "status.rs", "text.rs", "repository.rs"];

/// The header for C and C++.
pub fn c() -> String {
    header(true, "The header of `loyalty`, for C99 and C++11 on.")
}

/// The copy for PHP: its parser knows neither the preprocessor nor `extern \"C\"`.
pub fn php() -> String {
    let text = header(false, "The header of `loyalty` as PHP's FFI reads it: `FFI::cdef(file_get_contents(...))`.");
    // What C23 would read stands between two of the lines that begin with `#`.
    let for_c23 = [": int32_t", "typedef enum loyalty_status loyalty_status;"];
    text.lines().filter(|line| !line.starts_with('#') && !for_c23.contains(&line.trim())).collect::<Vec<_>>().join("\n") + "\n"
}

fn header(cpp_compat: bool, what: &str) -> String {
    let config = Config {
        language: Language::C,
        cpp_compat,
        header: Some(format!("/* Made by `{COMMAND}` from loyalty-ffi/src/c. Do not edit.\n *\n * {what}\n{INTRODUCTION}/")),
        include_guard: cpp_compat.then(|| "LOYALTY_H".to_owned()),
        no_includes: true,
        sys_includes: ["stdbool.h", "stddef.h", "stdint.h"].map(str::to_owned).to_vec(),
        usize_is_size_t: true,
        style: Style::Both,
        documentation_style: DocumentationStyle::C,
        line_length: 110,
        export: ExportConfig { include: vec!["loyalty_status".to_owned()], ..ExportConfig::default() },
        enumeration: EnumConfig { prefix_with_name: false, ..EnumConfig::default() },
        ..Config::default()
    };
    let mut text = Vec::new();
    let builder = FILES
        .iter()
        .fold(cbindgen::Builder::new().with_config(config), |builder, file| builder.with_src(root().join("loyalty-ffi/src/c").join(file)));
    builder.generate().expect("the C module can be read").write(&mut text);
    without_safety(&String::from_utf8(text).expect("Rust sources are UTF-8"))
}

/// What Rust says under "Safety" is, in C, what every pointer must be anyway; the introduction says it once.
fn without_safety(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut in_safety = false;
    for line in text.lines() {
        in_safety = (in_safety || line.trim() == "# Safety") && !line.contains("*/");
        if !in_safety {
            while line.contains("*/") && kept.last().is_some_and(|last| last.trim().is_empty()) {
                kept.pop();
            }
            kept.push(line);
        }
    }
    kept.join("\n") + "\n"
}
