// error TS2322

export const wrong: string = 1;
export const besides: string = 2;
