//! The boundary to JavaScript. The only folder that names the browser; it holds no decisions.
