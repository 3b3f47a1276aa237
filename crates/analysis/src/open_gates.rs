//! The gateways at which nobody has judged yet, and whether it is the leaders that are not judged there.

use super::Analysis;
use super::gateway::unjudged;
use weighbridge_model::{GatewayId, OptionId, Perspective};

/// A gateway at which options that are appraised are not judged: they neither pass nor fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenGate {
    /// Which gateway.
    pub gateway: GatewayId,
    /// Those among them that lead, in the order of the appraisal.
    pub leaders: Vec<OptionId>,
    /// The others, in the order of the appraisal.
    pub others: Vec<OptionId>,
}

impl Analysis {
    /// The gateways at which options are not judged yet, in order.
    pub fn open_gates<'a>(&self, on: impl Into<Perspective<'a>>) -> Vec<OpenGate> {
        let on = on.into();
        let leads = |id: &OptionId| {
            let mut leaders = self.lead.leaders.iter().map(|at| &self.options[*at]);
            leaders.any(|o| o.id == *id)
        };
        let mut open = Vec::new();
        for gateway in &on.frame.gateways {
            let (leaders, others): (Vec<OptionId>, Vec<OptionId>) =
                unjudged(on, gateway).into_iter().partition(leads);
            if leaders.len() + others.len() > 0 {
                open.push(OpenGate {
                    gateway: gateway.id.clone(),
                    leaders,
                    others,
                });
            }
        }
        open
    }
}
