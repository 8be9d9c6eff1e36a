//! CSV: the csv crate must read back what was written, apart from apostrophes, and no cell may be a
//! formula.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((talks, text)) = kangrejos_fuzz::export("csv", data) else {
        return;
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().expect("columns").clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), talks.len(), "{text}");
    for (row, talk) in rows.iter().zip(talks) {
        for (column, field) in columns.iter().zip(row) {
            if let Some(value) = talk[column].as_str() {
                assert_eq!(field.replace('\'', ""), value.replace('\'', ""), "{text}");
            }
            for cell in field.split([';', '\n']) {
                let cell = cell.trim_start_matches('"');
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{field:?}");
            }
        }
    }
});
