namespace Bedrock.Toolkit;

/// <summary>Where an item of a resumable run stands.</summary>
public enum EmbeddingItemState
{
    /// <summary>Not known: never written.</summary>
    None = 0,

    /// <summary>It is about to be handed over; whether its receiver is done with it is not known until the next state.</summary>
    Delivering = 1,

    /// <summary>It was embedded, and its receiver is done with it.</summary>
    Done = 2,

    /// <summary>It could not be embedded, and the receiver of dead letters, or of the run, is done with it.</summary>
    Failed = 3,
}
