//! The branch a method speaks of, what was said of it, and how to say more.

use crate::ui::components::edits::dom_id;
use crate::ui::hooks::{App, Editor};
use litemap::LiteMap;
use weighbridge_analysis::{
    Agreement, DerivedWeights, Issue, Lacking, agreement, analyse, lacking, weigh,
};
use weighbridge_edit::{Edit, Gesture};
use weighbridge_model::{Appraisal, Criterion, CriterionId, Weighting, WeightingMethod, Weights};
use weighbridge_report::words::Named;
use weighbridge_report::{Step, Subject, headline, lacking_advice, lacking_sentence, steps_below};
use weighbridge_state::Route;
use yew::prelude::*;

/// A branch being weighed by a method.
#[derive(Clone, PartialEq)]
pub struct WeightingContext {
    pub editor: Editor,
    pub branch: Option<CriterionId>,
    pub method: WeightingMethod,
}

/// What the form of a method gets.
#[derive(PartialEq, Properties)]
pub struct GroundProps {
    pub ground: WeightingContext,
}

/// The part of the address that names a method and a branch: `swing`, or `swing.quality`.
pub fn view(method: WeightingMethod, branch: Option<&CriterionId>) -> String {
    let slug = slug(method);
    branch.map_or_else(|| slug.to_owned(), |id| format!("{slug}.{id}"))
}

fn slug(method: WeightingMethod) -> &'static str {
    match method {
        WeightingMethod::Direct => "",
        WeightingMethod::Swing => "swing",
        WeightingMethod::Rank => "rank",
        WeightingMethod::Pairwise => "pairwise",
        WeightingMethod::BestWorst => "best-worst",
        WeightingMethod::Macbeth => "words",
    }
}

/// What part of the page the address names: a method, or the comparison of all; and the branch.
pub fn shown(app: &App, editor: &Editor) -> (Option<WeightingMethod>, Option<CriterionId>) {
    let Route::Appraisal { view, .. } = &app.state.route else {
        return (Some(WeightingMethod::Direct), None);
    };
    let (name, branch) = view.split_once('.').unwrap_or((view, ""));
    let method = WeightingMethod::ALL.into_iter().find(|m| slug(*m) == name);
    let branch = CriterionId::new(branch).ok();
    let known = branch.filter(|id| !editor.document.appraisal().branch(Some(id)).is_empty());
    (method, known)
}

impl WeightingContext {
    pub fn appraisal(&self) -> &Appraisal {
        self.editor.document.appraisal()
    }

    /// The criteria of the branch.
    pub fn children(&self) -> &[Criterion] {
        self.appraisal().branch(self.branch.as_ref())
    }

    /// The weights that count.
    fn weights(&self) -> &Weights {
        &self.appraisal().agreed().weights
    }

    /// What was said of the branch.
    pub fn said(&self) -> &Weighting {
        self.weights().weighting(self.branch.as_ref())
    }

    /// Whether this method gives the weights now.
    pub fn in_use(&self) -> bool {
        self.said().method == self.method
    }

    /// Whether the weights that count are those that follow by this method; before there are any, whether it
    /// is the method in use.
    pub fn counts(&self) -> bool {
        let follow = || self.weighed().shares().is_some();
        self.in_use() && (self.now().is_empty() || (follow() && !self.disagrees()))
    }

    /// That other weights are in use than those of this method, where that is so.
    pub fn not_in_use(&self) -> Option<String> {
        let other = !self.in_use() && !self.now().is_empty();
        other.then(|| {
            let (own, used) = (self.method.words(), self.said().method.words());
            format!("{own} is not in use yet: the weights come from {used}.")
        })
    }

    /// The id of the heading of what follows.
    pub fn follows(&self) -> String {
        let branch = self.branch.as_ref();
        dom_id("follows", branch.map_or("", |id| id.as_str()))
    }

    /// The share of each criterion now, by whatever method.
    pub fn now(&self) -> Vec<f64> {
        let analysis = &self.editor.document.analysis;
        let share = |c: &Criterion| analysis.nodes[analysis.node(&c.id)?].local;
        self.children().iter().filter_map(share).collect()
    }

    /// Why no weights follow by this method, as a sentence; or, where they do, who then leads.
    pub fn words(&self, weighed: &DerivedWeights) -> String {
        if weighed.shares().is_some() {
            if self.in_use() && !self.differs() {
                return format!("{}.", headline(self.editor.document.subject()));
            }
            return self.preview().map_or_else(String::new, |appraisal| {
                let analysis = analyse(&appraisal);
                let then = headline(Subject::new(&appraisal, &analysis));
                format!("With these weights: {then}.")
            });
        }
        let Some(lack) = lacking(
            self.said(),
            self.children(),
            self.weights(),
            self.method,
            weighed,
        ) else {
            return String::new();
        };
        if lack == Lacking::Everything {
            return "Answer the question above to see weights.".to_owned();
        }
        let why = lacking_sentence(&lack, self.children());
        // What is missing says what to do by itself, and beside words that contradict each other stand the repairs.
        let why = match (&lack, lack.answers()) {
            (_, Some(_)) | (Lacking::Contradictory, _) => why,
            (_, None) => {
                let advice = lacking_advice(&lack, self.said(), self.children());
                format!("{why}. {}", advice.trim_end_matches('.'))
            }
        };
        if self.in_use() && !self.now().is_empty() {
            format!("The earlier weights are still in use. {why}.")
        } else {
            format!("{why}.")
        }
    }

    /// Whether weights follow by this method, which is in use, and others count.
    pub fn differs(&self) -> bool {
        self.in_use() && self.disagrees()
    }

    /// Whether the weights of the branch are not those that the answers give by the method that was used
    /// last, whichever method is looked at.
    pub fn disagrees(&self) -> bool {
        let analysis = &self.editor.document.analysis;
        analysis.issues.iter().any(|issue| {
            matches!(issue, Issue::WeightsNotFromJudgements { branch, .. } if *branch == self.branch)
        })
    }

    /// How well the answers by this method agree, where they can contradict each other.
    pub fn agreement(&self) -> Option<Agreement> {
        agreement(self.said(), self.children(), self.method)
    }

    /// Makes points of the weights that count, so that no answers stand against them any more.
    pub fn keep_as_points(&self) {
        let mut said = self.said().clone();
        said.method = WeightingMethod::Direct;
        said.direct = LiteMap::default();
        let branch = self.branch.as_ref();
        let edit = Edit::derive(
            self.appraisal(),
            branch,
            WeightingMethod::Direct,
            &said,
            Vec::new(),
        );
        self.editor.apply(edit);
    }

    /// What follows by this method.
    pub fn weighed(&self) -> DerivedWeights {
        weigh(self.said(), self.children(), self.weights(), self.method)
    }

    /// Of swing weighting that is not complete: the criteria that are rated, where there are two, with the shares they
    /// have of what they have together.
    pub fn so_far(&self) -> Option<(Vec<Criterion>, Vec<f64>)> {
        if self.method != WeightingMethod::Swing {
            return None;
        }
        let said = self.said();
        let rated = self
            .children()
            .iter()
            .filter(|c| said.swing.contains_key(&c.id));
        let rated: Vec<Criterion> = rated.cloned().collect();
        let weighed = weigh(said, &rated, self.weights(), self.method);
        let shares = weighed.shares()?.to_vec();
        (1 < rated.len() && rated.len() < self.children().len()).then_some((rated, shares))
    }

    /// The steps from worst to best of a criterion: its own, or that of every criterion
    /// below it.
    pub fn steps(&self, criterion: &Criterion) -> Vec<Step> {
        steps_below(self.appraisal(), &self.editor.document.analysis, criterion)
    }

    /// Says something more; the weights follow at once if this method gives them, or nothing else does.
    pub fn say(&self, change: impl FnOnce(&mut Weighting)) {
        self.editor.apply(self.answering(change));
    }

    /// As [`Self::say`], as a step of a slider or the end of one.
    pub fn slide(&self, gesture: Gesture, change: impl FnOnce(&mut Weighting)) {
        let edit = self.answering(change);
        match gesture {
            Gesture::Moving => self.editor.slide(edit),
            Gesture::Done => self.editor.apply(edit),
            Gesture::Tap => self.editor.tap(edit),
        }
    }

    /// The change that says something more.
    pub fn answering(&self, change: impl FnOnce(&mut Weighting)) -> Edit {
        let mut said = self.said().clone();
        change(&mut said);
        let document = &self.editor.document;
        document.answering(self.branch.as_ref(), self.method, said)
    }

    /// Lets this method give the weights. Points given before are set aside, not lost.
    pub fn adopt_method(&self) {
        self.editor.apply(self.adopting());
    }

    fn adopting(&self) -> Edit {
        let document = &self.editor.document;
        document.adopting(self.branch.as_ref(), self.method)
    }

    /// Notes the ends of all scales as they are now.
    pub fn confirm_ends(&self, said: &mut Weighting) {
        let document = &self.editor.document;
        document.confirm_ends(self.branch.as_ref(), said);
    }

    /// The appraisal as it would be with this method's weights.
    pub fn preview(&self) -> Option<Appraisal> {
        self.weighed().shares()?;
        let mut to = self.appraisal().clone();
        self.adopting().apply(&mut to).ok()?;
        Some(to)
    }
}
