//! Placed pages: nothing overlaps, nothing is cut, nothing is alone at a foot.
