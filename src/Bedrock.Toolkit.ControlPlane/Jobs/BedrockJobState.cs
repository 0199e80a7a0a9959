namespace Bedrock.Toolkit.ControlPlane.Jobs;

/// <summary>How far a job is, in one spelling for all kinds of jobs.</summary>
public enum BedrockJobState
{
    /// <summary>A state that this version does not know; <see cref="BedrockJobStatus.RawState"/> has it. Counts as running.</summary>
    Unknown,

    /// <summary>It has not begun.</summary>
    Waiting,

    /// <summary>It runs, or is being stopped.</summary>
    Running,

    /// <summary>It has done all that it was to do.</summary>
    Done,

    /// <summary>Its time ran out before it had done everything; there are results.</summary>
    PartlyDone,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Somebody stopped it, or it expired; there may be results.</summary>
    Stopped,
}
