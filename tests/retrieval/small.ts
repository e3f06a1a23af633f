import { toQuestion } from '../../src/question/question.ts';
import { buildRetriever, type Retrieval, type Retriever } from '../../src/retrieval/retriever.ts';
import { smallKnowledge } from '../knowledge/builder.ts';

/** A handful of topics on which each property of retrieval shows by itself. */
export const SMALL = smallKnowledge({
  sections: {
    hardware: {
      asked: ['hardware'],
      topics: [
        {
          id: 'hardware-overview',
          title: 'Hardware at a glance',
          overview: true,
          asked: ['hardware overview', 'which hardware'],
        },
        { id: 'tpu', title: 'Running on TPUs', asked: ['tpu', 'tensor processing unit', 'cloud tpu'] },
        { id: 'gpu', title: 'Running on GPUs', asked: ['gpu', 'graphics card', 'cuda'] },
        { id: 'multi-gpu', title: 'Several GPUs at once', asked: ['multi gpu', 'several graphics cards'] },
      ],
    },
    deployment: {
      asked: ['deployment'],
      topics: [
        { id: 'mobile', title: 'Phones and tablets', asked: ['mobile', 'android', 'ios'] },
        { id: 'serving', title: 'Serving a model', asked: ['serving', 'model server', 'torchserve'] },
        { id: 'sensors', title: 'Microcontrollers', asked: ['microcontroller', 'sensor board'] },
      ],
    },
    advice: {
      yields: true,
      topics: [
        { id: 'choice', title: 'Which one to choose', asked: ['which to choose', 'research or production'] },
        { id: 'mobile-advice', title: 'If it is for phones', asked: ['mobile'] },
      ],
    },
  },
  tools: [
    { id: 'torchserve', name: 'TorchServe', topic: 'serving', aliases: ['torch serve'] },
    { id: 'horovod', name: 'Horovod', topic: 'multi-gpu' },
  ],
  words: { phrases: [['multi gpu', 'multigpu', 'multiple gpus']], same: [['phone', 'mobile', 'handset']] },
  about: { not_compared: ['MXNet', 'scikit-learn'], default_topic: 'choice' },
});

const retriever: Retriever = buildRetriever(SMALL);
export const retrieve = (text: string): Retrieval => retriever.retrieve(toQuestion(text));
export const bestOf = (text: string): string | undefined => retrieve(text).ranked[0]?.entry.id;
