// Statistics that the service and the reference engine share. The front end only draws what they give, so it never imports this door.
export { baselineOf, type BaselineWeek, baselineWeeks, firstBaselineMonday } from './baseline.ts';
export { type CompletePeriod, FORECAST_METHOD, forecastOf } from './forecast-of.ts';
