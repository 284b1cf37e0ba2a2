// error TS2322

export const wrong = "this error has another code".size;
