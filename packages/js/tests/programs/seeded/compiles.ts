// error TS2322

export const right: string = "nothing here is wrong";
