namespace Bedrock.Toolkit;

/// <summary>Texts at which the model stops: a string, or a list.</summary>
/// <remarks>Takes a string or a collection expression: <c>Stop = "END"</c>, <c>Stop = ["END", "###"]</c>.</remarks>
[CollectionBuilder(typeof(BedrockStop), nameof(Create))]
[JsonConverter(typeof(BedrockStopConverter))]
public sealed class BedrockStop : TextOrParts<string>, ICopied<BedrockStop>
{
    /// <summary>An empty list.</summary>
    public BedrockStop()
        : this([])
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text.</param>
    public BedrockStop(string text)
        : base(text)
    {
    }

    private BedrockStop(ReadOnlySpan<string> parts)
        : base(parts)
    {
    }

    /// <summary>What is a string on the wire.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator BedrockStop?(string? text) => text is null ? null : new BedrockStop(text);

    /// <summary>A list of texts; the compiler calls this for a collection expression.</summary>
    /// <param name="parts">The texts.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static BedrockStop Create(ReadOnlySpan<string> parts) => new(parts);

    BedrockStop ICopied<BedrockStop>.Copy() => StringForm is { } text ? new BedrockStop(text) : new BedrockStop([.. this]);

    private protected override string FromText(string text) => text;

    private protected override string? TextOf(string part) => part;

    private protected override bool IsPlain(string part) => true;
}

/// <summary>Reads and writes <see cref="BedrockStop"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BedrockStopConverter() : TextOrPartsConverter<BedrockStop, string>(BedrockStopJsonContext.Default)
{
    private protected override BedrockStop Create(string text) => new(text);

    private protected override BedrockStop Create() => new();
}

/// <summary>The metadata of the texts: of no family, so that none is kept for another's sake.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(string))]
internal sealed partial class BedrockStopJsonContext : JsonSerializerContext;
