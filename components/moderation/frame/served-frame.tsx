'use client'

import dynamic from 'next/dynamic'

/** Drawn by the server at once; its code comes after that of the shell. Until then links lead on and keys are kept. */
export const DeskFrame = dynamic(() => import('./desk-frame').then((module) => module.DeskFrame))
