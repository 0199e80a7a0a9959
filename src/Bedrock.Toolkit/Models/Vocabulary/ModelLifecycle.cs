namespace Bedrock.Toolkit;

/// <summary>Where a model stands in its life, as AWS had published it when this version was made. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html</remarks>
public sealed record ModelLifecycle
{
    /// <summary>In full service.</summary>
    public static ModelLifecycle Active { get; } = new();

    /// <summary>The stage.</summary>
    /// <value><see cref="ModelStatus.Active"/> by default.</value>
    public ModelStatus Status { get; init; }

    /// <summary>The day on which AWS stops serving the model.</summary>
    /// <value>Null when not announced.</value>
    public DateOnly? EndOfLife { get; init; }

    /// <summary>What to use instead.</summary>
    /// <value>A model id; null when there is none to name.</value>
    public string? Replacement { get; init; }

    /// <summary>Still served, but announced to end.</summary>
    /// <param name="year">Year of the end.</param>
    /// <param name="month">Month of the end.</param>
    /// <param name="day">Day of the end.</param>
    /// <returns>The lifecycle.</returns>
    public static ModelLifecycle Legacy(int year, int month, int day) =>
        new() { Status = ModelStatus.Legacy, EndOfLife = new DateOnly(year, month, day) };

    /// <summary>Past its end of life; the types still work for provisioned, custom and imported copies.</summary>
    /// <param name="year">Year of the end.</param>
    /// <param name="month">Month of the end.</param>
    /// <param name="day">Day of the end.</param>
    /// <returns>The lifecycle.</returns>
    public static ModelLifecycle Retired(int year, int month, int day) =>
        new() { Status = ModelStatus.Retired, EndOfLife = new DateOnly(year, month, day) };
}

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
