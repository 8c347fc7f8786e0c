import { expect, it } from 'vitest'

import data from '../data/scaling-law.json'
import { findForecast, percent, sigmoidAt, sigmoidThrough } from './forecast.ts'

it('lets the sketched sigmoid fall through the forecast', () => {
  const { forecast } = findForecast(data.arc_challenge_forecast)
  const shape = { low: 30, high: 100, middle: 1.285 }
  const sigmoid = sigmoidThrough(shape, [forecast.nll, forecast.accuracyPercent])
  expect(sigmoidAt(sigmoid, forecast.nll)).toBeCloseTo(95.8)
  expect(sigmoidAt(sigmoid, shape.middle)).toBeCloseTo(65)
  expect(sigmoidAt(sigmoid, 1.4)).toBeLessThan(40)
  expect(() => sigmoidThrough(shape, [1.2, 100])).toThrow('100 is not between 30 and 100')
})

it('names the series that is missing', () => {
  const { printed_pretrained_arc_challenge: table } = data.arc_challenge_forecast
  expect(() => findForecast({ series: [], printed_pretrained_arc_challenge: table })).toThrow(
    'the series "scaling law models" has no points_right',
  )
})

it('prints percentages with one decimal', () => {
  expect([96, 95.8].map(percent)).toEqual(['96.0%', '95.8%'])
})
