namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>The form of a record of training data. Which one a model takes, <see cref="TrainingRules"/> says.</summary>
public enum TrainingSchema
{
    /// <summary><c>prompt</c> and <c>completion</c>: Titan Text, Cohere Command, Llama 3.1.</summary>
    PromptCompletion,

    /// <summary>Messages as Converse has them: Nova, Llama 3.2 and 3.3.</summary>
    Conversation,

    /// <summary>Messages with texts alone, and one text of the system: Claude 3 Haiku.</summary>
    ClaudeConversation,

    /// <summary>An image of S3 and its caption: Titan Image Generator, Titan Multimodal Embeddings, Nova Canvas.</summary>
    ImageCaption,

    /// <summary>A text alone, for continued pre-training (unconfirmed: the newest page leaves it out).</summary>
    Pretraining,

    /// <summary>Prompts for a teacher, as Converse has them; the answer may be there.</summary>
    Distillation,

    /// <summary>Prompts for reinforcement, with what the grader needs beside them.</summary>
    Reinforcement,
}
