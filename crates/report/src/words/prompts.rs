//! What people are asked about the parts of an appraisal, and what is offered to begin with.

use weighbridge_model::{AttributeKey, Check, Dimension};

/// What to answer under a fact about an option, where nobody should forget it.
pub fn attribute_question(key: &AttributeKey) -> Option<&'static str> {
    let question = match key {
        AttributeKey::LegalPower => "Which power in law lets the council do this?",
        AttributeKey::StatutoryDirection => {
            "Is there a direction from government that requires or limits it?"
        }
        AttributeKey::ProcurementRoute => {
            "How would it be procured? A company that the council controls may be exempt: say how it meets the tests of control and of activity."
        }
        AttributeKey::SubsidyControl => {
            "Would public money give an enterprise an advantage? Say how the subsidy control principles are met."
        }
        AttributeKey::TransferAndPensions => {
            "Who would transfer under TUPE, on what terms, and who would bear the pension liabilities?"
        }
        AttributeKey::Vat => "Could value added tax still be recovered?",
        AttributeKey::Registration => {
            "Who has to be registered, and with which regulator (Ofsted, the CQC)?"
        }
        AttributeKey::ExitAndStepIn => {
            "How could the council step in, and how could it take the service back?"
        }
        AttributeKey::AccountableTo
        | AttributeKey::LegalForm
        | AttributeKey::Employer
        | AttributeKey::Reversible
        | AttributeKey::EarliestStart
        | AttributeKey::Own(_) => return None,
    };
    Some(question)
}

/// The question that one of the five choices of the options framework asks.
pub fn choice_question(of: Dimension) -> &'static str {
    match of {
        Dimension::Scope => "What is covered, and for whom?",
        Dimension::Solution => "What kind of service would meet the need?",
        Dimension::Delivery => "Who could deliver it?",
        Dimension::Implementation => "When, and in what steps?",
        Dimension::Funding => "How could it be paid for?",
    }
}

/// The question that one of the seven checks of a set of criteria asks; yes is the good answer.
pub fn check_question(of: Check) -> &'static str {
    match of {
        Check::Completeness => {
            "Is everything there that would distinguish between a good choice and a bad one?"
        }
        Check::Redundancy => {
            "Does every criterion matter? One on which all options do alike, or that nobody would miss, can go."
        }
        Check::Operationality => {
            "Can every option be judged on every criterion, by someone who knows the service? A scale in per cent has to name its base."
        }
        Check::Independence => {
            "Can each criterion be judged without knowing the scores on the others? “It depends on…” means no: merge the two, or make one a gateway."
        }
        Check::DoubleCounting => {
            "Does nothing count twice? Think of two options alike on everything else, one better on this: would you prefer it?"
        }
        Check::Size => "Are there as few as will do? Six to twenty is usual; group eight or more.",
        Check::Time => {
            "Is it clear which years the scores speak of, and are early and late effects both covered?"
        }
    }
}

/// The critical success factors of the Green Book (2018, A1.8): name and what passes.
pub const SUCCESS_FACTORS: [(&str, &str); 5] = [
    (
        "Strategic fit",
        "Meets the objectives and fits with other plans and programmes.",
    ),
    (
        "Potential value for money",
        "Could give the best balance of benefits, costs and risks.",
    ),
    (
        "Supplier capacity and capability",
        "There are bodies able and willing to deliver it.",
    ),
    (
        "Potential affordability",
        "Could be paid for from money that is likely to be there.",
    ),
    (
        "Potential achievability",
        "Could be done with the skills and the time there are.",
    ),
];
