use super::{
    Alternative, AppraisalId, Criterion, CriterionId, Extra, Frame, Judgements, OptionId,
    Perspective, Voice,
};
use std::rc::Rc;

/// An options appraisal: a question, the options, the criteria that distinguish them, and the judgements of each.
///
/// The sections are shared: a copy, as undo keeps one for every change, costs four pointers, and two
/// copies are compared section by section, those that they share at no cost. Changing a section
/// ([`Appraisal::frame_mut`] and so on) copies that section alone, when somebody else holds it too.
///
/// ```
/// use weighbridge_model::{Appraisal, AppraisalId};
/// use std::rc::Rc;
/// let before = Appraisal::new(AppraisalId::new("office").unwrap(), "Office");
/// let mut after = before.clone();
/// after.frame_mut().question = "Where should the office be?".to_owned();
/// assert!(after != before);
/// assert!(Rc::ptr_eq(&after.options, &before.options), "nothing was said of the options");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appraisal {
    /// Names the appraisal among those kept in one browser.
    pub id: AppraisalId,
    /// What it is about, and what stands around the other sections.
    pub frame: Rc<Frame>,
    /// The options, in the order shown, the ruled out included.
    pub options: Rc<Vec<Alternative>>,
    /// The criteria at the top of the tree, in the order shown.
    pub criteria: Rc<Vec<Criterion>>,
    /// What people judge.
    pub judgements: Rc<Judgements>,
    /// Fields from a file that this version does not know.
    pub extra: Extra,
}

impl Appraisal {
    /// An appraisal with a title and nothing else.
    pub fn new(id: AppraisalId, title: &str) -> Self {
        Self {
            id,
            frame: Rc::new(Frame::new(title)),
            options: Rc::default(),
            criteria: Rc::default(),
            judgements: Rc::default(),
            extra: Extra::default(),
        }
    }

    /// The frame, to change.
    pub fn frame_mut(&mut self) -> &mut Frame {
        Rc::make_mut(&mut self.frame)
    }

    /// The options, to change.
    pub fn options_mut(&mut self) -> &mut Vec<Alternative> {
        Rc::make_mut(&mut self.options)
    }

    /// The criteria at the top of the tree, to change.
    pub fn criteria_mut(&mut self) -> &mut Vec<Criterion> {
        Rc::make_mut(&mut self.criteria)
    }

    /// The judgements, to change.
    pub fn judgements_mut(&mut self) -> &mut Judgements {
        Rc::make_mut(&mut self.judgements)
    }

    /// The weights and scores that count.
    pub fn agreed(&self) -> &Voice {
        &self.judgements.agreed
    }

    /// The same, to change.
    pub fn agreed_mut(&mut self) -> &mut Voice {
        &mut self.judgements_mut().agreed
    }

    /// The appraisal as a voice has it, for analyses to say what follows.
    pub fn said_by<'a>(&'a self, voice: &'a Voice) -> Perspective<'a> {
        Perspective {
            frame: &self.frame,
            options: &self.options,
            criteria: &self.criteria,
            voice,
            robustness: &self.judgements.robustness,
        }
    }

    /// The option with an id.
    pub fn option(&self, id: &OptionId) -> Option<&Alternative> {
        self.options.iter().find(|o| o.id == *id)
    }

    /// The options that are appraised, in order: all but the ruled out.
    pub fn appraised(&self) -> impl Iterator<Item = &Alternative> {
        self.options.iter().filter(|o| o.is_appraised())
    }

    /// Every criterion, branches before their children, with its depth (0 at the top).
    pub fn criteria_in_order(&self) -> Vec<(&Criterion, usize)> {
        Criterion::in_order(&self.criteria)
    }

    /// The criteria that options are scored on, in order.
    pub fn leaves(&self) -> Vec<&Criterion> {
        Criterion::leaves(&self.criteria)
    }

    /// The criterion with an id.
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        Criterion::find(&self.criteria, id)
    }

    /// The criterion with an id, to change.
    pub fn criterion_mut(&mut self, id: &CriterionId) -> Option<&mut Criterion> {
        fn find<'a>(list: &'a mut [Criterion], id: &CriterionId) -> Option<&'a mut Criterion> {
            for c in list {
                if c.id == *id {
                    return Some(c);
                }
                if let Some(found) = find(&mut c.children, id) {
                    return Some(found);
                }
            }
            None
        }
        find(self.criteria_mut(), id)
    }

    /// The list that holds a criterion, and its place there.
    pub fn siblings_mut(&mut self, id: &CriterionId) -> Option<(&mut Vec<Criterion>, usize)> {
        fn find<'a>(
            list: &'a mut Vec<Criterion>,
            id: &CriterionId,
        ) -> Option<(&'a mut Vec<Criterion>, usize)> {
            if let Some(at) = list.iter().position(|c| c.id == *id) {
                return Some((list, at));
            }
            list.iter_mut().find_map(|c| find(&mut c.children, id))
        }
        find(self.criteria_mut(), id)
    }

    /// The criteria of a branch; of the top for `None`. None at all when there is no such branch.
    pub fn branch(&self, branch: Option<&CriterionId>) -> &[Criterion] {
        Criterion::branch(&self.criteria, branch)
    }

    /// The branch a criterion stands in; `None` at the top or when there is no such criterion.
    pub fn parent(&self, id: &CriterionId) -> Option<&Criterion> {
        Criterion::parent(&self.criteria, id)
    }
}

impl<'a> From<&'a Appraisal> for Perspective<'a> {
    fn from(appraisal: &'a Appraisal) -> Self {
        appraisal.said_by(appraisal.agreed())
    }
}

impl<'a> From<&'a Rc<Appraisal>> for Perspective<'a> {
    fn from(appraisal: &'a Rc<Appraisal>) -> Self {
        Self::from(&**appraisal)
    }
}
