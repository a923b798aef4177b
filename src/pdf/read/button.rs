//! Check boxes and radio buttons: which state is on.
//!
//! In: the widgets of one button field. Out: its state, and whether the field and its widgets agree.
//! Never: trusts one place alone. Some programs write `/V` and leave `/AS` stale, some write the state of the kid only.

use super::leaf::Leaf;
use super::value;

/// The state of a button field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ButtonState {
    /// The on-state, or `Off`; `None` if nothing says.
    pub(super) state: String,
    /// Whether field and widgets say different things.
    pub(super) is_disputed: bool,
}

/// Finds the state of a button with these widgets, those on pages first.
pub(super) fn state(leaves: &[&Leaf<'_>]) -> ButtonState {
    let is_on = |state: &String| !state.is_empty() && state != OFF;
    let mut shown = Vec::new();
    let mut hidden_on = false;
    for leaf in leaves {
        let appearance = value::state(leaf.dictionary.get(b"AS"));
        hidden_on |= appearance.is_none();
        shown.extend(appearance);
    }
    let on_shown = shown.iter().find(|state| is_on(state)).cloned();
    let said = leaves
        .iter()
        .flat_map(|leaf| [leaf.own_value, leaf.inherited.value])
        .find_map(value::state)
        .filter(|state| !state.is_empty());
    let agreed = |state: String| ButtonState {
        state,
        is_disputed: false,
    };
    let disputed = |state: String| ButtonState {
        state,
        is_disputed: true,
    };
    match (said.filter(is_on), on_shown) {
        (None, None) => agreed(OFF.to_owned()),
        (None, Some(shown)) => {
            let is_said_off = leaves
                .iter()
                .any(|leaf| value::state(leaf.inherited.value).is_some());
            if is_said_off {
                disputed(shown)
            } else {
                agreed(shown)
            }
        }
        (Some(said), None) => {
            // Where a widget has no `/AS` at all, nothing contradicts the field.
            if hidden_on || shown.is_empty() {
                agreed(said)
            } else {
                disputed(said)
            }
        }
        (Some(said), Some(shown)) if said == shown => agreed(said),
        (Some(said), Some(on)) => {
            if shown.contains(&said) {
                agreed(said)
            } else {
                let is_a_state = leaves
                    .iter()
                    .any(|leaf| value::on_states(leaf.dictionary).contains(&said));
                disputed(if is_a_state { said } else { on })
            }
        }
    }
}

const OFF: &str = "Off";
