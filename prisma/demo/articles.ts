import type { DemoDiscussion } from './types'
import { harbourBridge } from './harbour-bridge/article'
import { nightTram } from './night-tram/article'
import { schoolPhones } from './school-phones/article'

/** Every demo article with its discussion, oldest first. */
export const demoArticles: DemoDiscussion[] = [harbourBridge, nightTram, schoolPhones]
