using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Texts at which a Jamba model stops: a string, or a list.</summary>
/// <remarks>Takes a string or a collection expression: <c>Stop = "END"</c>, <c>Stop = ["END", "###"]</c>.</remarks>
[CollectionBuilder(typeof(JambaStop), nameof(Create))]
[JsonConverter(typeof(JambaStopConverter))]
public sealed class JambaStop : TextOrParts<string>, ICopied<JambaStop>
{
    /// <summary>An empty list.</summary>
    public JambaStop()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public JambaStop(string text)
        : base(text)
    {
    }

    private JambaStop(ReadOnlySpan<string> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator JambaStop?(string? text) => text is null ? null : new JambaStop(text);

    /// <summary>A list of texts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The texts.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static JambaStop Create(ReadOnlySpan<string> parts) => new(parts);

    JambaStop ICopied<JambaStop>.Copy() => StringForm is { } text ? new JambaStop(text) : new JambaStop([.. this]);

    private protected override string FromText(string text) => text;

    private protected override string? TextOf(string part) => part;

    private protected override bool IsPlain(string part) => true;
}

/// <summary>Reads and writes <see cref="JambaStop"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JambaStopConverter() : TextOrPartsConverter<JambaStop, string>(JambaJsonContext.Default)
{
    private protected override JambaStop Create(string text) => new(text);

    private protected override JambaStop Create() => new();
}
