-- AlterEnum
ALTER TYPE "decision_kind" ADD VALUE 'hold';
