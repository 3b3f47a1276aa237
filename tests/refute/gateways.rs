//! Gateways: a verdict rests on the option's own score, whatever becomes of the others.

use super::book::Book;
use super::nasty::Dice;
use weighbridge_analysis::gate;
use weighbridge_model::{
    Appraisal, Bound, Entry, Extra, Gateway, GatewayId, Mark, OptionStatus, Required, RuledOut,
    ScaleKind,
};

pub fn refute(on: &Appraisal, dice: &mut Dice, book: &mut Book) {
    for leaf in on.leaves() {
        let giver = &on.options[dice.below(on.options.len())];
        let Some(score) = on.agreed().scores.get(&giver.id, &leaf.id) else {
            continue;
        };
        let mark = match (&score.entry, &leaf.scale.kind) {
            (Entry::Number(x), ScaleKind::Direct) => Mark::Value(*x),
            (Entry::Number(x), ScaleKind::Measure(measure)) => Mark::Amount {
                at: *x,
                unit: measure.unit.clone(),
            },
            (Entry::Label(label), ScaleKind::Points(_)) => Mark::Label(label.clone()),
            _ => continue,
        };
        for bound in Bound::ALL {
            let mut with = on.clone();
            with.frame_mut().gateways.push(Gateway {
                id: GatewayId::new("own").unwrap(),
                name: "Own".to_owned(),
                test: String::new(),
                level: Some(Required {
                    criterion: leaf.id.clone(),
                    bound,
                    mark: mark.clone(),
                }),
                extra: Extra::default(),
            });
            let gateway = with.frame.gateways.last().unwrap().clone();
            for option in with.options.iter() {
                let told = gate(&with, option, &gateway);
                let own = on
                    .agreed()
                    .scores
                    .get(&option.id, &leaf.id)
                    .map(|s| &s.entry);
                if let (Mark::Value(at) | Mark::Amount { at, .. }, Some(Entry::Number(x))) =
                    (&mark, own)
                {
                    let by_hand = match bound {
                        Bound::AtLeast => x >= at,
                        Bound::AtMost => x <= at,
                    };
                    // Amounts that differ by less than can be told are the same.
                    let close =
                        x != at && (x.get() - at.get()).abs() <= 1e-8 * at.get().abs().max(1.0);
                    book.claim(
                        "whether an amount passes a gateway",
                        close || told.pass == Some(by_hand),
                        || format!("{} at {mark:?} {bound:?}: {told:?}", option.id),
                    );
                }
                if own.is_none() {
                    book.claim(
                        "a blank is not judged at a gateway",
                        told.pass.is_none(),
                        || format!("{} at {mark:?} {bound:?}: {told:?}", option.id),
                    );
                }
                for other in 0..with.options.len() {
                    if with.options[other].id == option.id {
                        continue;
                    }
                    let mut then = with.clone();
                    then.options_mut()[other].status = OptionStatus::RuledOut(RuledOut::default());
                    let after = gate(&then, option, &gateway);
                    book.claim(
                        "a gateway does not depend on other options",
                        after.pass == told.pass,
                        || {
                            format!(
                                "{} at {mark:?} {bound:?}: {told:?}, then {after:?}",
                                option.id
                            )
                        },
                    );
                }
            }
        }
    }
}
