//! The program: the merchant's configuration, a document with a version. The engine runs under exactly one.

mod bonus;
mod check;
mod earning;
mod expiry;
mod get;
mod password;
mod point_type;
mod reward;
mod role;
mod set;
mod stamp_card;
mod starter;
mod status_system;
mod template;
mod window;

pub use get::{Current, Get};
pub use set::Set;

pub use bonus::{Bonus, BonusOn, BonusTo};
pub use earning::{Combine, Earning, EarningRule, EarnsWhen, Every, Gives, PeriodCap, Rounding, SpentPoints, Weekday};
pub use expiry::{Expiry, Inactivity, Moves, Period, RoundUp};
pub use password::{PasswordReset, ResetStyle};
pub use point_type::{PointKind, PointType, Shortfall};
pub use reward::{Cost, Moment, Reward, RewardKind};
pub use role::{Right, Role, RoleLimit};
pub use stamp_card::{Completes, StampCard, StampSlot};
pub use status_system::{Counts, Falling, InStatus, Status, StatusMapping, StatusSystem};
pub use template::{Filling, Template, TemplateId, Words, fill};
pub use window::{Keep, Window};

use schemars::JsonSchema;

use crate::id::{Line, Slug};
use crate::json::Json;
use crate::pairs::Pairs;
use crate::time::Zone;

/// The merchant's configuration.
///
/// Everything but `point_types` has a default. [`Program::parse`] checks a document and reports every mistake with its path.
#[derive(Debug, Clone, PartialEq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// The program's name, as customers see it.
    #[serde(default = "starter::name")]
    pub name: Line,
    /// The zone in which days, months and expiry are counted (rule L4).
    #[serde(default = "starter::zone")]
    pub time_zone: Zone,
    /// The currencies in which orders earn, with their decimal places: `{"USD": 2}`.
    #[serde(default = "starter::currencies")]
    pub currencies: Pairs<String, u32>,
    /// The units of value, each with its own ledger.
    pub point_types: Vec<PointType>,
    /// What orders earn.
    #[serde(default)]
    pub earning: Earning,
    /// The ladders of statuses on which members stand (rule Y1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_systems: Vec<StatusSystem>,
    /// What became of statuses that went away (rule Y7).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_mapping: Vec<StatusMapping>,
    /// What members can have for their points, or are given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rewards: Vec<Reward>,
    /// Cards whose stamps turn into rewards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stamp_cards: Vec<StampCard>,
    /// Groups that customers can be in.
    #[serde(default)]
    pub groups: Vec<Named>,
    /// Mailing lists that customers can opt in to.
    #[serde(default)]
    pub mailing_lists: Vec<Named>,
    /// What agents and systems may do.
    #[serde(default = "starter::roles")]
    pub roles: Vec<Role>,
    /// What customers may do with their own account.
    #[serde(default = "starter::customer_rights")]
    pub customer_rights: Vec<Right>,
    /// Whether a manual adjustment needs a reason (rule L2).
    #[serde(default = "starter::yes")]
    pub adjustment_needs_reason: bool,
    /// How long a hold stays when the request does not say, in seconds (rule L8).
    #[serde(default = "starter::hold_seconds")]
    pub hold_seconds: u32,
    /// What becomes of points when a member leaves the program (rules of section M).
    #[serde(default)]
    pub on_leaving: OnLeaving,
    /// The mails that the library queues, in your own words (rule P6).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates: Vec<Template>,
    /// How passwords are reset (rule P3).
    #[serde(default, skip_serializing_if = "is_usual")]
    pub password: PasswordReset,
    /// For how many seconds the token works with which an agent signs in as a customer, 1 to 3,600; 60 when absent (rule P4).
    #[serde(default = "starter::impersonation_seconds", skip_serializing_if = "starter::is_usual_impersonation")]
    pub impersonation_seconds: u32,
    /// The commands after which an event is queued for the host: names, or `noun.*` (rule P6).
    #[serde(default = "starter::events")]
    pub events: Vec<Right>,
}

/// Something with an id and a name: a group or a mailing list.
#[derive(Debug, Clone, PartialEq, Eq, Json, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The id.
    pub id: Slug,
    /// The name that people see; the id when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Line>,
}

/// What becomes of points and stamps when a member leaves the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Json, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnLeaving {
    /// They stay, frozen, and lapse on their dates.
    #[default]
    Freeze,
    /// They are taken.
    Forfeit,
}

/// Whether a field has its usual value, and is left out.
fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Program {
    /// The committed starter program, used until another is set: points that never lapse, one per full unit of currency.
    pub fn starter() -> Self {
        starter::program()
    }

    /// The point type with this id.
    pub fn point_type(&self, id: &str) -> Option<&PointType> {
        self.point_types.iter().find(|point_type| point_type.id.as_str() == id)
    }

    /// Whether there is a group with this id.
    pub fn has_group(&self, id: &str) -> bool {
        self.groups.iter().any(|group| group.id.as_str() == id)
    }

    /// Whether there is a mailing list with this id.
    pub fn has_mailing_list(&self, id: &str) -> bool {
        self.mailing_lists.iter().any(|list| list.id.as_str() == id)
    }
}
