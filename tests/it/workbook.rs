//! The written PDF, looked at from outside.

pub(crate) mod hand_made;

use akam_workbook::pdf::write::write;

use hand_made::{document, given};

#[test]
fn a_hand_made_layout_becomes_the_same_bytes_every_time() {
    let (plan, layout) = document();
    let values = given(&[("name", "Zoë"), ("note", "one\ntwo")]);
    let first = write(&plan, &layout, None, &values).unwrap();
    let second = write(&plan, &layout, None, &values).unwrap();
    assert!(first.starts_with(b"%PDF-1.7\n"));
    assert!(first.ends_with(b"%%EOF\n"));
    assert_eq!(first, second);
}
