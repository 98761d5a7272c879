import { systemClock } from '../../src/platform/clock.ts'
import { startSimulator } from '../../src/simulator/index.ts'

const simulator = await startSimulator({
  clock: systemClock,
  limits: { globalPerSecond: null, chatPerSecond: null },
})
simulator.person({ id: 1000, firstName: 'Siti' }).start()
console.log(simulator.port)
