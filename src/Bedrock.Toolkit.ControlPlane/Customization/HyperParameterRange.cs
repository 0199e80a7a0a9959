using System.Globalization;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>What a hyper-parameter may be. Immutable.</summary>
/// <param name="Name">As the service names it, such as <c>epochCount</c>.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
public sealed record HyperParameterRange(string Name, double Min, double Max)
{
    /// <summary>What the service takes when nothing is said.</summary>
    /// <value>Null where it has no default.</value>
    public double? Default { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the word <c>auto</c> is taken too, in any case.</summary>
    public bool TakesAuto { get; init; }

    internal string? FaultOf(string value) =>
        TakesAuto && value.Equals("auto", StringComparison.OrdinalIgnoreCase) ? null
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= Min && number <= Max ? null
        : string.Create(CultureInfo.InvariantCulture, $"HyperParameters['{Name}'] must be a number of {Min} to {Max}{(TakesAuto ? ", or 'auto'" : "")}.");
}
