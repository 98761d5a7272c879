/** When an item of a form was asked: ahead of its lesson, after the track, or a month later. */
export type FormPhase = 'before' | 'after' | 'delayed'
