namespace Bedrock.Toolkit.Transport;

/// <summary>Why a failed attempt may be repeated; each has its own delay, price and number of attempts.</summary>
internal enum RetryKind
{
    /// <summary>It may not.</summary>
    None,

    /// <summary>The service or the way to it failed for a moment.</summary>
    Transient,

    /// <summary>Too fast, or a quota used up.</summary>
    Throttling,

    /// <summary>The model is being loaded.</summary>
    ModelNotReady,
}
