namespace Bedrock.Toolkit.Benchmarks;

/// <summary>How much data a benchmark works on; each class says what that means for it.</summary>
public enum PayloadSize
{
    /// <summary>The least that occurs.</summary>
    Small,

    /// <summary>What an application does all day.</summary>
    Typical,

    /// <summary>More than most applications ever send.</summary>
    Large,
}
