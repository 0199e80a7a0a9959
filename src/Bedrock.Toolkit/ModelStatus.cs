namespace Bedrock.Toolkit;

/// <summary>The stages of a model's life.</summary>
public enum ModelStatus
{
    /// <summary>In full service.</summary>
    Active,

    /// <summary>Served, but with an announced end.</summary>
    Legacy,

    /// <summary>Past its end of life.</summary>
    Retired,
}
