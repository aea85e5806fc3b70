// Loaded before the app (`electron -r`). What the debugger says to the process can be left lying until something else
// wakes its loop: a start in which nothing else happened waited for ever, one in twenty to one in a hundred.
const TICK_MS = 50
setInterval(() => {}, TICK_MS).unref()
