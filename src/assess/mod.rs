//! What answers amount to: how complete they are, what evidence they name, whether they fit their boxes.

mod assessment;
pub mod completeness;
pub mod evidence;
mod overflow;
mod rating;
mod scope;

pub use assessment::{AnswerFacts, Assessment, assess};
pub use completeness::{Completeness, PartWords, SlotCount, State};
pub use evidence::EvidenceItem;
pub use overflow::Boxes;
pub use rating::Score;
pub use scope::Scopes;
