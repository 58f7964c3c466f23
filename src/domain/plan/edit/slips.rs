//! Slips of a source, put right in the words of the plan.

use crate::domain::plan::Plan;

impl Plan {
    /// Puts a slip right wherever it stands and forgets it. It stays when nobody said what would be right, or where
    /// its words do not stand in one text; answers whether it went.
    pub fn put_slip_right(&mut self, at: usize) -> bool {
        let Some(slip) =
            self.corrections.get(at).filter(|slip| !slip.printed.is_empty() && !slip.correct.is_empty()).cloned()
        else {
            return false;
        };
        let mut is_changed = false;
        let mut put = |text: &mut String| {
            if text.contains(&slip.printed) {
                *text = text.replace(&slip.printed, &slip.correct);
                is_changed = true;
            }
        };
        self.visit_words(&mut |_, text| put(text));
        self.targets.iter_mut().for_each(|own| put(&mut own.printed));
        self.documents.iter_mut().for_each(|own| put(&mut own.printed));
        if is_changed {
            self.corrections.remove(at);
        }
        is_changed
    }
}
