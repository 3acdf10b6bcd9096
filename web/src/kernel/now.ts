import { useEffect, useState } from 'react'

/** The time of the reader's clock in milliseconds, read again every `everyMs`: a screen that is drawn does not read it itself. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
