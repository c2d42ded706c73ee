//! Takes out of a wasm what it does to tell of a panic.
//!
//! A panic ends in a trap, and without an operating system its message goes nowhere: the text, its formatting and the
//! arguments at every check of a bound are bytes that nobody sees. A trap at once is the same to whoever calls.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Parts of the mangled names of functions of the standard library that never return.
const PANICS: [&str; 9] = [
    "4core9panicking",
    "slice_index_fail",
    "slice_error_fail",
    "len_mismatch_fail",
    "expect_failed",
    "unwrap_failed",
    "capacity_overflow",
    "handle_alloc_error",
    "raw_vec12handle_error",
];

/// Makes each function that panics a trap. What only they called is left for wasm-opt, or for wasm-bindgen, to drop.
pub fn silence(module: &mut Module) {
    let panics: Vec<FunctionId> =
        module.funcs.iter().filter(|function| is_panic(function.name.as_deref())).map(|f| f.id()).collect();
    for id in panics {
        let kind = module.types.get(module.funcs.get(id).ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let arguments = takes.iter().map(|&value| module.locals.add(value)).collect();
        let mut trap = FunctionBuilder::new(&mut module.types, &takes, &gives);
        trap.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(trap.local_func(arguments));
    }
}

fn is_panic(name: Option<&str>) -> bool {
    name.is_some_and(|name| PANICS.iter().any(|part| name.contains(part)))
}
