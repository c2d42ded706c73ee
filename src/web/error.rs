//! The one conversion of errors: JavaScript gets an `Error` with a sentence, a `TypeError` where its own argument is wrong.

use wasm_bindgen::JsValue;

/// What can be wrong with what JavaScript hands over.
#[derive(Debug)]
pub enum BoundaryError {
    /// The options are not of their type.
    Options(String),
    /// The result could not be turned into a JavaScript value.
    Result(String),
}

impl From<BoundaryError> for JsValue {
    fn from(error: BoundaryError) -> JsValue {
        match error {
            BoundaryError::Options(detail) => {
                js_sys::TypeError::new(&("The options cannot be used: ".to_owned() + &detail)).into()
            }
            BoundaryError::Result(detail) => {
                js_sys::Error::new(&("The result cannot be handed over: ".to_owned() + &detail)).into()
            }
        }
    }
}
