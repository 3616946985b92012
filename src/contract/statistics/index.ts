// Statistics that the service and the reference engine share. The front end only draws what they give, so it never imports this door.
export { type Change, changeOf } from './change.ts';
export { forecastRate, type Period as RatePeriod, type RateForecast } from './rate-forecast.ts';
