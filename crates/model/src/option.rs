use super::{Extra, GatewayId, GatewayResult, OptionId};
use litemap::LiteMap;
use serde::{Deserialize, Serialize};

/// One way of running the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Names the option within the appraisal.
    pub id: OptionId,
    /// The name in full, as the source gives it.
    pub name: String,
    /// A shorter name for charts; empty to use the full one.
    pub short: String,
    /// What the option is, in a sentence or two.
    pub summary: String,
    /// How far the option has come.
    pub status: OptionStatus,
    /// Set when this is the option the others are compared with.
    pub baseline: Option<Baseline>,
    /// Facts such as who is accountable, in the order shown.
    pub attributes: Vec<Attribute>,
    /// How it fares at each gateway.
    pub gateways: LiteMap<GatewayId, GatewayResult>,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Alternative {
    /// An option with a name; all else is blank, and it is long-listed until somebody puts it on the short list.
    pub fn new(id: OptionId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short: String::new(),
            summary: String::new(),
            status: OptionStatus::LongListed,
            baseline: None,
            attributes: Vec::new(),
            gateways: LiteMap::default(),
            extra: Extra::default(),
        }
    }

    /// The name for tight places.
    pub fn short_name(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }

    /// Whether the option is appraised: everything but the ruled out is.
    pub fn is_appraised(&self) -> bool {
        !matches!(self.status, OptionStatus::RuledOut(_))
    }

    /// The text under one attribute; empty when there is none.
    pub fn attribute(&self, key: &AttributeKey) -> &str {
        self.attributes
            .iter()
            .find(|a| a.key == *key)
            .map_or("", |a| &a.value)
    }
}

/// How far an option has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OptionStatus {
    /// On the long list.
    LongListed,
    /// On the short list.
    ShortListed,
    /// The preferred way forward.
    Preferred,
    /// No longer considered; kept, with the stage and the reason, for the record.
    RuledOut(RuledOut),
}

/// When and why an option was ruled out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuledOut {
    /// The stage, such as "long list" or "before appraisal".
    pub stage: String,
    /// The reason.
    pub reason: String,
    /// Where the reason is on record.
    pub source: String,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

/// The kinds of option that others are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Baseline {
    /// Stop doing anything.
    DoNothing,
    /// Carry on as now.
    BusinessAsUsual,
    /// Meet only the core requirement.
    DoMinimum,
}

impl Baseline {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 3] = [Self::DoNothing, Self::BusinessAsUsual, Self::DoMinimum];
}

/// One fact about an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Which fact.
    pub key: AttributeKey,
    /// What holds for this option.
    pub value: String,
}

/// The facts that matter for delivery models, and any of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeKey {
    /// To whom the body that runs the service answers.
    AccountableTo,
    /// The legal form of that body.
    LegalForm,
    /// Who employs the staff.
    Employer,
    /// Whether the change can be undone, and at what cost.
    Reversible,
    /// The earliest the option could start.
    EarliestStart,
    /// The power in law to do it.
    LegalPower,
    /// A direction from government that binds the council, if there is one.
    StatutoryDirection,
    /// How it may be procured; a company that the council controls may be exempt.
    ProcurementRoute,
    /// Whether public money would give an enterprise an advantage.
    SubsidyControl,
    /// Who moves, on what terms, and who bears the pensions.
    TransferAndPensions,
    /// Whether value added tax can be recovered.
    Vat,
    /// Who has to be registered, with which regulator.
    Registration,
    /// How the council could take the service back.
    ExitAndStepIn,
    /// An attribute the user named.
    Own(String),
}

impl AttributeKey {
    /// The standing attributes, in the order shown.
    pub const STANDARD: [Self; 5] = [
        Self::AccountableTo,
        Self::LegalForm,
        Self::Employer,
        Self::Reversible,
        Self::EarliestStart,
    ];

    /// What nobody should forget about a delivery model, in the order shown.
    pub const PROMPTS: [Self; 8] = [
        Self::LegalPower,
        Self::StatutoryDirection,
        Self::ProcurementRoute,
        Self::SubsidyControl,
        Self::TransferAndPensions,
        Self::Vat,
        Self::Registration,
        Self::ExitAndStepIn,
    ];

    /// The standing attributes and the prompts.
    pub fn known() -> impl Iterator<Item = Self> {
        Self::STANDARD.into_iter().chain(Self::PROMPTS)
    }

    /// The name of a known attribute in a file, such as `legal-form`; the user's own name of another.
    pub fn key(&self) -> &str {
        match self {
            Self::AccountableTo => "accountable-to",
            Self::LegalForm => "legal-form",
            Self::Employer => "employer",
            Self::Reversible => "reversible",
            Self::EarliestStart => "earliest-start",
            Self::LegalPower => "legal-power",
            Self::StatutoryDirection => "statutory-direction",
            Self::ProcurementRoute => "procurement-route",
            Self::SubsidyControl => "subsidy-control",
            Self::TransferAndPensions => "transfer-and-pensions",
            Self::Vat => "vat",
            Self::Registration => "registration",
            Self::ExitAndStepIn => "exit-and-step-in",
            Self::Own(name) => name,
        }
    }

    /// The attribute with a name: a standing one when it is called as in a file, whatever its capitals,
    /// with hyphens or spaces; otherwise the user's own. Two attributes of one name could not be told apart.
    ///
    /// ```
    /// use weighbridge_model::AttributeKey;
    /// assert_eq!(AttributeKey::named("legal-form"), AttributeKey::LegalForm);
    /// assert_eq!(AttributeKey::named("Legal form"), AttributeKey::LegalForm);
    /// assert_eq!(AttributeKey::named(" Colour "), AttributeKey::Own("Colour".to_owned()));
    /// ```
    pub fn named(name: &str) -> Self {
        let plain = |text: &str| text.trim().replace('-', " ").to_ascii_lowercase();
        let standing = Self::known().find(|key| plain(key.key()) == plain(name));
        standing.unwrap_or_else(|| Self::Own(name.trim().to_owned()))
    }
}
