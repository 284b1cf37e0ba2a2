//! How passwords are reset, as the merchant says it (rule P3).

use schemars::JsonSchema;

use crate::id::Line;
use crate::json::Json;

/// How passwords are reset.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordReset {
    /// What the customer gets by mail.
    #[serde(default)]
    pub style: ResetStyle,
    /// For how many minutes it works, 1 to 10,080; 60 when absent.
    #[serde(default = "minutes")]
    pub minutes: u32,
    /// The address of your page on which a password is chosen, to whose end the token is put: `https://shop.example/reset?token=`. A link needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Line>,
}

/// What a customer gets who has forgotten the password.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResetStyle {
    /// A password that was generated, and works once.
    #[default]
    Generated,
    /// A link that works once.
    Link,
}

fn minutes() -> u32 {
    60
}

impl Default for PasswordReset {
    fn default() -> Self {
        PasswordReset { style: ResetStyle::default(), minutes: minutes(), link: None }
    }
}
