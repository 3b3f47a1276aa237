//! The ways to say that there is no score.

use super::cell::sign;
use weighbridge_model::Absence;
use yew::prelude::*;

/// The buttons, with what the absence there is now, if any, means for the total.
pub fn absences(now: Option<Absence>, choose: &Callback<Absence>) -> Html {
    let button = |absence: Absence, words: &'static str| {
        let pressed = now == Some(absence);
        let onclick = choose.reform(move |_: MouseEvent| absence);
        html! {
            <button class="button small" type="button" aria-pressed={pressed.to_string()} {onclick}>
                <span class="sign" aria-hidden="true">{ sign(absence) }</span>{ words }
            </button>
        }
    };
    html! {
        <div class="absences" role="group" aria-labelledby="absences" aria-describedby="absences-hint">
            <h3 id="absences">{ "No score?" }</h3>
            <p class="actions">
                { button(Absence::Missing, "Missing") }
                { button(Absence::CannotJudge, "Cannot judge") }
                { button(Absence::NotApplicable, "Not applicable") }
            </p>
            <p class="hint" id="absences-hint">
                { match now {
                    None => "None of these counts as 0: the option gets no total, only the range its total could take.",
                    Some(Absence::Missing) => "Nobody has said yet. The option gets no total, only the range its total could take.",
                    Some(Absence::CannotJudge) => "It cannot be judged from what is known. The option gets no total, only the range its total could take.",
                    Some(Absence::NotApplicable) => "If the criterion applies to no option, it is left out and its weight shared among the others. While it applies to some, this counts as missing.",
                } }
            </p>
        </div>
    }
}
